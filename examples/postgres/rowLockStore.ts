import type { LeadId } from "../../src/index.js";
import type { Read, Store } from "../../src/testing/index.js";
import type { Connection, Database } from "./database.js";
import { everythingOf } from "./everything.js";
import { keep } from "./keep.js";
import { persistently } from "./persistently.js";
import { keyOf, stateOf, storedOf } from "./rows.js";

/**
 * First the state, then the lead, in two statements: a join would wait for the state's lock and then give the lead as
 * it was before the wait.
 */
const readLocked = async (connection: Connection, stateId: string, leadId: LeadId): Promise<Read> => {
  const states = await connection.query("select body from fairlead_states where id = $1 for update", [
    stateId,
  ]);
  const [row] = states.rows;
  if (row === undefined) throw new Error(`no state has the name ${stateId}`);
  const leads = await connection.query(
    "select lead, decision from fairlead_leads where state_id = $1 and key = $2 for update",
    [stateId, keyOf(leadId)],
  );
  const [lead] = leads.rows;
  return { state: stateOf(row), ...(lead === undefined ? {} : { stored: storedOf(lead) }) };
};

/**
 * Locks the row of the state before it decides, so that writers wait in line and nobody decides twice. The lock is
 * held while the strategy decides, which takes it a fraction of the time of a statement.
 */
export const rowLockStore = (database: Database, stateId: string): Store => ({
  transact: (leadId, change) =>
    persistently(() =>
      database.transaction(async (connection) => {
        const read = await readLocked(connection, stateId, leadId);
        const write = change(read);
        if (write !== undefined) await keep(connection, stateId, read, write);
      }),
    ),
  everything: () => everythingOf(database, stateId),
});

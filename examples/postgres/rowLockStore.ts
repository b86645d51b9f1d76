import type { Decision, LeadId } from "../../src/index.js";
import type { Connection, Database } from "./database.js";
import { everythingOf } from "./everything.js";
import { keep } from "./keep.js";
import { MATCHES, type MatchingRead, type MatchingStore } from "./matchingStore.js";
import { persistently } from "./persistently.js";
import { keyOf, stateOf, storedOf } from "./rows.js";

/**
 * First the state, then the rest, in statements of their own: a join would wait for the state's lock and then give the
 * lead as it was before the wait. Nobody writes about the customer meanwhile, since all who write hold that lock.
 */
const readLocked = async (
  connection: Connection,
  stateId: string,
  leadId: LeadId,
  keys: readonly string[],
): Promise<MatchingRead> => {
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
  const others =
    keys.length === 0
      ? []
      : (await connection.query(MATCHES, [stateId, keyOf(leadId), keys.map(keyOf)])).rows;
  return {
    state: stateOf(row),
    matches: others.map(({ decision }) => decision as Decision),
    ...(lead === undefined ? {} : { stored: storedOf(lead) }),
  };
};

/**
 * Locks the row of the state before it decides, so that writers wait in line and nobody decides twice. The lock is
 * held while the strategy decides, which takes it a fraction of the time of a statement.
 */
export const rowLockStore = (database: Database, stateId: string): MatchingStore => ({
  transact: (leadId, change, keys = []) =>
    persistently(() =>
      database.transaction(async (connection) => {
        const read = await readLocked(connection, stateId, leadId, keys);
        const write = change(read);
        if (write !== undefined) await keep(connection, stateId, read, write, keys);
      }),
    ),
  everything: () => everythingOf(database, stateId),
});

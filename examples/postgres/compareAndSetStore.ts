import { setTimeout } from "node:timers/promises";
import type { LeadId } from "../../src/index.js";
import type { Read, Store } from "../../src/testing/index.js";
import type { Database } from "./database.js";
import { everythingOf } from "./everything.js";
import { CHANGED_SINCE, keep } from "./keep.js";
import { persistently } from "./persistently.js";
import { keyOf, stateOf, storedOf } from "./rows.js";

/** Both in one statement, so as of one moment. */
const readTogether = async (database: Database, stateId: string, leadId: LeadId): Promise<Read> => {
  const { rows } = await database.query(
    `select body, lead, decision from fairlead_states
     left join fairlead_leads on state_id = fairlead_states.id and key = $2
     where fairlead_states.id = $1`,
    [stateId, keyOf(leadId)],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`no state has the name ${stateId}`);
  return { state: stateOf(row), ...(row["lead"] === null ? {} : { stored: storedOf(row) }) };
};

/**
 * Decides without a lock and keeps only what was decided on the newest state and lead; else it reads and decides
 * again. Without end, since whoever is set back was set back by somebody who got on; after a pause drawn by chance,
 * since those who come back together are set back together.
 *
 * A commit whose answer was lost looks like a conflict: the next read finds the decision there.
 */
export const compareAndSetStore = (database: Database, stateId: string): Store => {
  const tryOnce: (...asked: Parameters<Store["transact"]>) => Promise<boolean> = async (leadId, change) => {
    const read = await readTogether(database, stateId, leadId);
    const write = change(read);
    if (write === undefined) return true;
    try {
      await database.transaction((connection) => keep(connection, stateId, read, write));
      return true;
    } catch (error) {
      if (error === CHANGED_SINCE) return false;
      throw error;
    }
  };
  return {
    transact: async (leadId, change) => {
      for (let conflicts = 1; !(await persistently(() => tryOnce(leadId, change))); conflicts += 1)
        await setTimeout(Math.random() * Math.min(8 * conflicts, 64));
    },
    everything: () => everythingOf(database, stateId),
  };
};

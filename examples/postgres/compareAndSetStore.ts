import { setTimeout } from "node:timers/promises";
import type { Decision, LeadId } from "../../src/index.js";
import type { Database } from "./database.js";
import { everythingOf } from "./everything.js";
import { CHANGED_SINCE, keep } from "./keep.js";
import { MATCHES, type MatchingRead, type MatchingStore } from "./matchingStore.js";
import { persistently } from "./persistently.js";
import { keyOf, stateOf, storedOf } from "./rows.js";

/**
 * All in one statement, so as of one moment. The version of the state then stands for the customer's leads as well: no
 * lead gets another holder without changing what the state counts.
 */
const readTogether = async (
  database: Database,
  stateId: string,
  leadId: LeadId,
  keys: readonly string[],
): Promise<MatchingRead> => {
  const { rows } = await database.query(
    `select body, lead, decision, array(${MATCHES}) as matches from fairlead_states
     left join fairlead_leads on state_id = fairlead_states.id and key = $2
     where fairlead_states.id = $1`,
    [stateId, keyOf(leadId), keys.map(keyOf)],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`no state has the name ${stateId}`);
  return {
    state: stateOf(row),
    matches: row["matches"] as readonly Decision[],
    ...(row["lead"] === null ? {} : { stored: storedOf(row) }),
  };
};

/**
 * Decides without a lock and keeps only what was decided on the newest state and lead; else it reads and decides
 * again. Without end, since whoever is set back was set back by somebody who got on; after a pause drawn by chance,
 * since those who come back together are set back together.
 *
 * A commit whose answer was lost looks like a conflict: the next read finds the decision there.
 */
export const compareAndSetStore = (database: Database, stateId: string): MatchingStore => {
  const tryOnce = async (
    ...[leadId, change, keys = []]: Parameters<MatchingStore["transact"]>
  ): Promise<boolean> => {
    const read = await readTogether(database, stateId, leadId, keys);
    const write = change(read);
    if (write === undefined) return true;
    try {
      await database.transaction((connection) => keep(connection, stateId, read, write, keys));
      return true;
    } catch (error) {
      if (error === CHANGED_SINCE) return false;
      throw error;
    }
  };
  return {
    transact: async (...asked) => {
      for (let conflicts = 1; !(await persistently(() => tryOnce(...asked))); conflicts += 1)
        await setTimeout(Math.random() * Math.min(8 * conflicts, 64));
    },
    everything: () => everythingOf(database, stateId),
  };
};

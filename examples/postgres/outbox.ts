import type { Effect } from "../../src/index.js";
import type { Database } from "./database.js";
import { persistently } from "./persistently.js";
import { effectOf } from "./rows.js";

/**
 * Does the effects that are still open, in their order, and says how many it did.
 *
 * Each is locked while it is done and marked in the same transaction, and whoever runs beside passes over it. A crash
 * after `perform` and before the mark does it again: pass the effect's id on to whoever sends the mail.
 */
export const doEffects = async (
  database: Database,
  stateId: string,
  perform: (effect: Effect) => Promise<void>,
): Promise<number> => {
  const doNext = (): Promise<boolean> =>
    database.transaction(async (connection) => {
      const { rows } = await connection.query(
        `select key, effect from fairlead_outbox where state_id = $1 and not done
         order by place limit 1 for update skip locked`,
        [stateId],
      );
      const [row] = rows;
      if (row === undefined) return false;
      await perform(effectOf(row));
      await connection.query("update fairlead_outbox set done = true where state_id = $1 and key = $2", [
        stateId,
        row["key"],
      ]);
      return true;
    });
  let done = 0;
  while (await persistently(doNext)) done += 1;
  return done;
};

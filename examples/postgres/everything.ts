import type { Store } from "../../src/testing/index.js";
import type { Database } from "./database.js";
import { persistently } from "./persistently.js";
import { effectOf, stateOf, storedOf } from "./rows.js";

/** All that is kept of one state. Each of the three questions is answered as of the same moment. */
export const everythingOf = (database: Database, stateId: string): ReturnType<Store["everything"]> =>
  persistently(() =>
    database.transaction(async (connection) => {
      await connection.query("set transaction isolation level repeatable read, read only");
      const rowsOf = async (text: string) => (await connection.query(text, [stateId])).rows;
      const [state] = await rowsOf("select body from fairlead_states where id = $1");
      if (state === undefined) throw new Error(`no state has the name ${stateId}`);
      const leads = await rowsOf("select lead, decision from fairlead_leads where state_id = $1");
      const effects = await rowsOf("select effect from fairlead_outbox where state_id = $1 order by place");
      return { state: stateOf(state), leads: leads.map(storedOf), effects: effects.map(effectOf) };
    }),
  );

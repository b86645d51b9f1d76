import type { Database } from "./database.js";

/** When the connection of a transaction dies: never, before the commit, or after it, with the answer on its way. */
export type Loss = "none" | "before the commit" | "after the commit";

const connectionLost = (): Error =>
  Object.assign(new Error("Connection terminated unexpectedly"), { code: "08006" });

/** The database over a connection that dies as `nextLoss` says of each transaction. */
export const unreliable = (database: Database, nextLoss: () => Loss): Database => ({
  ...database,
  transaction: async (work) => {
    const loss = nextLoss();
    const result = await database.transaction(async (connection) => {
      const done = await work(connection);
      if (loss === "before the commit") throw connectionLost();
      return done;
    });
    if (loss === "after the commit") throw connectionLost();
    return result;
  },
});

import type { Pool, PoolClient } from "pg";
import type { Connection, Database } from "./database.js";

const names = new Map<string, string>();

/** A statement of this name is parsed once for each connection. */
const nameOf = (text: string): string => {
  const name = names.get(text) ?? `fairlead_${names.size}`;
  names.set(text, name);
  return name;
};

const over = (client: Pool | PoolClient): Connection => ({
  query: (text, values = []) => client.query({ name: nameOf(text), text, values: [...values] }),
});

/** Whether the connection still answers. */
const rollsBack = (client: PoolClient): Promise<boolean> =>
  client.query("rollback").then(
    () => true,
    () => false,
  );

/** PostgreSQL through `pg`. */
export const postgres = (pool: Pool): Database => {
  // A connection that dies says so in the query that waits for it, and as an event too, which would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return {
    ...over(pool),
    transaction: async (work) => {
      const client = await pool.connect();
      let isDead = false;
      try {
        await client.query("begin");
        const result = await work(over(client));
        await client.query("commit");
        return result;
      } catch (error) {
        isDead = !(await rollsBack(client));
        throw error;
      } finally {
        client.release(isDead);
      }
    },
    close: () => pool.end(),
  };
};

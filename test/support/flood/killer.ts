import type pg from "pg";
import { drawsFrom } from "../draws.js";

/** Whoever cuts connections of a pool. */
export interface Killer {
  /** Cuts one, by turns at the server's end and at the client's; one that is at work, where there is one. */
  readonly kill: () => Promise<void>;
  readonly kills: () => number;
}

const cut = (client: pg.PoolClient): void => {
  const { connection } = client as unknown as {
    readonly connection: { readonly stream: { readonly destroy: () => void } };
  };
  connection.stream.destroy();
};

/** `name` is the application name of the pool's connections; `by` is a pool of its own. */
export const killerOf = (pool: pg.Pool, name: string, by: pg.Pool, seed: number): Killer => {
  const draw = drawsFrom(seed);
  const atWork = new Set<pg.PoolClient>();
  pool.on("acquire", (client) => atWork.add(client));
  pool.on("release", (_, client) => atWork.delete(client));
  pool.on("remove", (client) => atWork.delete(client));
  let kills = 0;
  return {
    kill: async () => {
      kills += 1;
      const client = [...atWork][draw(Math.max(1, atWork.size))];
      if (kills % 2 === 0 && client !== undefined) return cut(client);
      await by.query(
        `select pg_terminate_backend(pid) from (
           select pid from pg_stat_activity where application_name = $1
           order by (xact_start is null), md5(pid || $2) limit 1) as one`,
        [name, String(draw(1000))],
      );
    },
    kills: () => kills,
  };
};

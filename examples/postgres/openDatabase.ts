import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import type { Database } from "./database.js";
import { pglite } from "./pglite.js";
import { postgres } from "./postgres.js";

/** The database of this address; without one, a PostgreSQL in memory that ends with the process. */
export const openDatabase = async (url: string | undefined): Promise<Database> =>
  url === undefined
    ? pglite(await PGlite.create())
    : postgres(new pg.Pool({ connectionString: url, max: 8 }));

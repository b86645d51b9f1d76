import type { PGlite, Transaction } from "@electric-sql/pglite";
import type { Connection, Database } from "./database.js";

const over = (asked: PGlite | Transaction): Connection => ({
  query: (text, values = []) => asked.query(text, [...values]),
});

/** PostgreSQL inside this process. It has one connection, so transactions wait for each other. */
export const pglite = (engine: PGlite): Database => ({
  ...over(engine),
  transaction: (work) => engine.transaction((transaction) => work(over(transaction))),
  close: () => engine.close(),
});

import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareAndSetStore } from "../../examples/postgres/compareAndSetStore.js";
import type { Database } from "../../examples/postgres/database.js";
import { pglite } from "../../examples/postgres/pglite.js";
import { postgres } from "../../examples/postgres/postgres.js";
import { rowLockStore } from "../../examples/postgres/rowLockStore.js";
import { beginState, createTables } from "../../examples/postgres/schema.js";
import { type OpenStore, type Store, storeContract } from "../../src/testing/index.js";
import { type PostgresServer, postgresPrograms, startPostgres } from "../support/postgresServer.js";

type StoreOn = (database: Database, stateId: string) => Store;

const variants: readonly (readonly [string, StoreOn])[] = [
  ["rowLockStore", rowLockStore],
  ["compareAndSetStore", compareAndSetStore],
];

let states = 0;

const freshStateId = (): string => {
  states += 1;
  return `state-${states}`;
};

const opening =
  (database: () => Database, storeOn: StoreOn): OpenStore =>
  async (first) => {
    const stateId = freshStateId();
    await beginState(database(), stateId, first);
    return storeOn(database(), stateId);
  };

const itKeepsTheContract = (database: () => Database): void => {
  describe.each(variants)("%s keeps the contract of a store", (_, storeOn) => {
    it.each(storeContract)("$name", ({ check }) => check(opening(database, storeOn)));
  });
};

describe("on PGlite", () => {
  let database: Database;
  beforeAll(async () => {
    database = pglite(await PGlite.create());
    await createTables(database);
  });
  afterAll(() => database.close());
  itKeepsTheContract(() => database);
});

const programs = postgresPrograms();
const missing = programs === undefined ? " (skipped: initdb and postgres are not here)" : "";

describe.skipIf(programs === undefined)(`on PostgreSQL${missing}`, () => {
  let server: PostgresServer;
  let database: Database;
  beforeAll(async () => {
    server = await startPostgres(programs ?? "");
    database = postgres(new pg.Pool({ connectionString: server.url, max: 8 }));
    await createTables(database);
  });
  afterAll(async () => {
    await database?.close();
    await server?.stop();
  });
  itKeepsTheContract(() => database);
});

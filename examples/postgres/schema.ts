import type { State } from "../../src/index.js";
import type { Connection } from "./database.js";

/**
 * - **Keys** are digests, since an id may be longer than an entry of an index.
 * - **`body`, `lead` and `effect`** are JSON as `text`: they are read as a whole, and a lead may hold U+0000, which
 *   `jsonb` refuses.
 * - **`decision`** is `jsonb`, so that SQL can ask who holds what. That it comes back with its keys in another order
 *   makes no difference.
 * - **Moments** are `double precision`, which is what a number is here; `bigint` would come back as text.
 */
const TABLES = [
  `create table if not exists fairlead_states (
    id text primary key,
    version bigint not null,
    body text not null
  )`,
  `create table if not exists fairlead_leads (
    state_id text not null,
    key text not null,
    id text not null,
    lead text not null,
    decision jsonb not null,
    revision bigint not null,
    due_at_ms double precision,
    claimed_until_ms double precision not null default 0,
    primary key (state_id, key)
  )`,
  `create index if not exists fairlead_leads_due
    on fairlead_leads (state_id, due_at_ms) where due_at_ms is not null`,
  `create table if not exists fairlead_match_keys (
    state_id text not null,
    key text not null,
    lead_key text not null,
    primary key (state_id, key, lead_key)
  )`,
  `create table if not exists fairlead_outbox (
    state_id text not null,
    key text not null,
    place bigint generated always as identity,
    effect text not null,
    done boolean not null default false,
    primary key (state_id, key)
  )`,
  `create index if not exists fairlead_outbox_open on fairlead_outbox (state_id, place) where not done`,
];

/** Makes the tables where they are missing. */
export const createTables = async (connection: Connection): Promise<void> => {
  for (const table of TABLES) await connection.query(table);
};

/** Begins a state under this name, unless it is there already. */
export const beginState = async (connection: Connection, stateId: string, first: State): Promise<void> => {
  await connection.query(
    "insert into fairlead_states (id, version, body) values ($1, $2, $3) on conflict do nothing",
    [stateId, first.version, JSON.stringify(first)],
  );
};

/** Removes a state with all its leads and effects. */
export const dropState = async (connection: Connection, stateId: string): Promise<void> => {
  await connection.query("delete from fairlead_outbox where state_id = $1", [stateId]);
  await connection.query("delete from fairlead_match_keys where state_id = $1", [stateId]);
  await connection.query("delete from fairlead_leads where state_id = $1", [stateId]);
  await connection.query("delete from fairlead_states where id = $1", [stateId]);
};

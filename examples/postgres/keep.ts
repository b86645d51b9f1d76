import type { State } from "../../src/index.js";
import type { Read, Write } from "../../src/testing/index.js";
import type { Connection } from "./database.js";
import { dueAtMs, keyOf } from "./rows.js";

/** The state, if it is still at the version that was read. One that did not change is held until the commit. */
const keepState = async (
  connection: Connection,
  stateId: string,
  read: State,
  { version, ...rest }: State,
): Promise<boolean> => {
  const { rows } =
    version === read.version
      ? await connection.query("select 1 from fairlead_states where id = $1 and version = $2 for share", [
          stateId,
          version,
        ])
      : await connection.query(
          "update fairlead_states set version = $3, body = $4 where id = $1 and version = $2 returning 1",
          [stateId, read.version, version, JSON.stringify({ ...rest, version })],
        );
  return rows.length === 1;
};

/** The lead, if it is still at the revision that was read, or still unknown. Nobody has claimed what comes due next. */
const keepLead = async (
  connection: Connection,
  stateId: string,
  { stored }: Read,
  { lead, decision }: Write,
): Promise<boolean> => {
  const values = [
    stateId,
    keyOf(lead.id),
    JSON.stringify(lead),
    JSON.stringify(decision),
    decision.revision,
    dueAtMs(decision),
  ];
  const { rows } =
    stored === undefined
      ? await connection.query(
          `insert into fairlead_leads (state_id, key, lead, decision, revision, due_at_ms, id)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning 1`,
          [...values, lead.id],
        )
      : await connection.query(
          `update fairlead_leads
           set lead = $3, decision = $4, revision = $5, due_at_ms = $6, claimed_until_ms = 0
           where state_id = $1 and key = $2 and revision = $7 returning 1`,
          [...values, stored.decision.revision],
        );
  return rows.length === 1;
};

/** Under which keys a new lead is found. */
const keepKeys = async (
  connection: Connection,
  stateId: string,
  { stored }: Read,
  { lead }: Write,
  keys: readonly string[],
): Promise<void> => {
  if (stored !== undefined || keys.length === 0) return;
  await connection.query(
    `insert into fairlead_match_keys (state_id, key, lead_key)
     select $1, key, $3 from unnest($2::text[]) as key on conflict do nothing`,
    [stateId, keys.map(keyOf), keyOf(lead.id)],
  );
};

const keepEffects = async (connection: Connection, stateId: string, { effects }: Write): Promise<void> => {
  if (effects.length === 0) return;
  await connection.query(
    `insert into fairlead_outbox (state_id, key, effect)
     select $1, key, effect from unnest($2::text[], $3::text[]) with ordinality as given (key, effect, place)
     order by place on conflict do nothing`,
    [stateId, effects.map(({ id }) => keyOf(id)), effects.map((effect) => JSON.stringify(effect))],
  );
};

/** What keeping says, by throwing, when state or lead is no longer what was read. */
export const CHANGED_SINCE = new Error("the state or the lead has changed since it was read");

/**
 * Keeps state, lead, keys and effects, provided that state and lead are as they were read. Always in this order: two who
 * take the same locks in the same order never wait for each other.
 */
export const keep = async (
  connection: Connection,
  stateId: string,
  read: Read,
  write: Write,
  keys: readonly string[],
): Promise<void> => {
  if (!(await keepState(connection, stateId, read.state, write.state))) throw CHANGED_SINCE;
  if (!(await keepLead(connection, stateId, read, write))) throw CHANGED_SINCE;
  await keepKeys(connection, stateId, read, write, keys);
  await keepEffects(connection, stateId, write);
};

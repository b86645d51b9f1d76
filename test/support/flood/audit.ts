import type { Connection } from "../../../examples/postgres/database.js";
import type { Lead } from "../../../src/index.js";

/** A lead's row begins a line where it comes in; an event that was answered is the last that its decision knows. */
const AUDIT = [
  `create table audit (
    place bigint generated always as identity, state_id text, what text, key text, number bigint,
    lead text, event_id text, at_ms double precision)`,
  `create function audit_state() returns trigger language plpgsql as $$ begin
    insert into audit (state_id, what, key, number) values (new.id, 'state', '', new.version); return new; end $$`,
  `create function audit_lead() returns trigger language plpgsql as $$ begin
    insert into audit (state_id, what, key, number, lead, event_id, at_ms)
    values (new.state_id, 'lead', new.key, new.revision, new.lead,
      case when tg_op = 'UPDATE' and new.decision->'eventIds' <> old.decision->'eventIds'
        then new.decision->'eventIds'->>-1 end,
      (new.decision->>'atMs')::double precision);
    return new; end $$`,
  "create trigger audit after insert or update on fairlead_states for each row execute function audit_state()",
  `create trigger audit after insert or update of revision on fairlead_leads
    for each row execute function audit_lead()`,
];

/** Has the database itself write down every version and every revision that is committed. */
export const beginAudit = async (connection: Connection): Promise<void> => {
  for (const statement of AUDIT) await connection.query(statement);
};

/** What the database saw of one kind of row. */
export interface Audited {
  readonly rows: number;
  readonly commits: number;
  /** Commits that did not bring a row from a number to the next one, beginning at 0. */
  readonly skips: number;
}

export const auditOf = async (
  connection: Connection,
  stateId: string,
  what: "state" | "lead",
): Promise<Audited> => {
  const { rows } = await connection.query(
    `select count(distinct key)::int as rows, count(*)::int as commits,
       (count(*) filter (where number <> before + 1))::int as skips
     from (select key, number, lag(number, 1, -1::bigint) over (partition by key order by place) as before
           from audit where state_id = $1 and what = $2) as steps`,
    [stateId, what],
  );
  return rows[0] as unknown as Audited;
};

/** One commit about a lead. */
export interface Commit {
  readonly lead: Lead;
  /** Absent: the lead came in. */
  readonly eventId?: string;
  readonly atMs: number;
}

/** Every commit about a lead, in the order in which they were made: whoever commits holds the row of the state. */
export const commitsOf = async (connection: Connection, stateId: string): Promise<readonly Commit[]> => {
  const { rows } = await connection.query(
    "select lead, event_id, at_ms from audit where state_id = $1 and what = 'lead' order by place",
    [stateId],
  );
  return rows.map(({ lead, event_id: eventId, at_ms: atMs }) => ({
    lead: JSON.parse(lead as string) as Lead,
    ...(eventId === null ? {} : { eventId: eventId as string }),
    atMs: atMs as number,
  }));
};

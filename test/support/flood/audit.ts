import type { Connection } from "../../../examples/postgres/database.js";

const AUDIT = [
  `create table audit (
    place bigint generated always as identity, state_id text, what text, key text, number bigint)`,
  `create function audit_state() returns trigger language plpgsql as $$ begin
    insert into audit (state_id, what, key, number) values (new.id, 'state', '', new.version); return new; end $$`,
  `create function audit_lead() returns trigger language plpgsql as $$ begin
    insert into audit (state_id, what, key, number) values (new.state_id, 'lead', new.key, new.revision);
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

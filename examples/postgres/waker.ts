import type { Decision, EpochMs, LeadId } from "../../src/index.js";
import type { Database } from "./database.js";
import type { Answer, Desk } from "./desk.js";
import { persistently } from "./persistently.js";

interface Due {
  readonly leadId: LeadId;
  readonly decision: Decision;
}

/** How long whoever claimed a lead has to answer it, before it is somebody else's to wake. */
const CLAIM_MS = 60_000;

/** Takes leads that are due and that nobody else has claimed. The rows are locked for this statement only. */
const claimDue = async (
  database: Database,
  stateId: string,
  nowMs: EpochMs,
  most: number,
): Promise<readonly Due[]> => {
  const { rows } = await database.query(
    `with due as materialized (
       select state_id, key from fairlead_leads
       where state_id = $1 and due_at_ms <= $2 and claimed_until_ms <= $2
       order by due_at_ms limit $4 for update skip locked)
     update fairlead_leads as lead set claimed_until_ms = $3 from due
     where lead.state_id = due.state_id and lead.key = due.key
     returning lead.id, lead.decision`,
    [stateId, nowMs, nowMs + CLAIM_MS, most],
  );
  return rows.map(({ id, decision }) => ({ leadId: id as LeadId, decision: decision as Decision }));
};

/**
 * Answers the leads whose moment has come, and gives the answers: an offer has expired, anything else is woken, also a lead
 * whose holder has yet to make first contact.
 *
 * Any number may run at once. A claim keeps them apart; that a lead is answered once does not hang on it: the event is
 * for one revision, and its id says which.
 */
export const wakeDue = async (
  database: Database,
  stateId: string,
  desk: Desk,
  nowMs: EpochMs,
  most = 100,
): Promise<readonly Answer[]> => {
  const due = await persistently(() => claimDue(database, stateId, nowMs, most));
  const answers: Answer[] = [];
  for (const { leadId, decision } of due) {
    const type = decision.status === "offered" ? "expired" : "woken";
    const id = JSON.stringify([type, leadId, decision.revision]);
    answers.push(await desk.handle(leadId, { id, type, atMs: nowMs }, decision.revision));
  }
  return answers;
};

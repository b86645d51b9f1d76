import type { Decision, LeadEvent, LeadId } from "../../src/index.js";
import { wakeAtMsOf } from "../../src/index.js";
import { respond } from "./ask.js";
import type { Desk } from "./desk.js";

/** What EventBridge hands over, as far as it is read. */
export interface Tick {
  /** Such as "2026-01-05T08:00:00Z". */
  readonly time: string;
}

/** The leads that were due: those that moved, and those whose strategy refused to be woken. */
export interface Woken {
  readonly moved: readonly LeadId[];
  readonly refused: readonly LeadId[];
}

/**
 * The event that a lead waits for, if its moment has come. The id follows from lead and revision, so two functions that run
 * at once wake it once.
 */
export const wakeEvent = (decision: Decision, nowMs: number): LeadEvent | undefined => {
  const atMs = wakeAtMsOf(decision);
  if (atMs === undefined || nowMs < atMs) return undefined;
  const type = decision.status === "offered" ? "expired" : "woken";
  return { id: `${type} ${decision.revision} ${decision.leadId}`, atMs: nowMs, type };
};

/** The function that runs each minute: who let an offer pass, what was put aside until now, and which first contact is due. */
export const wakeHandler =
  (desk: Desk) =>
  async ({ time }: Tick): Promise<Woken> => {
    const nowMs = Date.parse(time);
    const moved: LeadId[] = [];
    const refused: LeadId[] = [];
    for (const leadId of await desk.store.due(nowMs)) {
      // The index lags behind: by now the lead may have moved on, and there is no event.
      const outcome = await respond(desk, leadId, (decision) => wakeEvent(decision, nowMs));
      if (outcome === undefined) continue;
      (outcome.refusal === undefined ? moved : refused).push(leadId);
    }
    return { moved, refused };
  };

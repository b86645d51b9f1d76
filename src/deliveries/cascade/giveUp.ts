import type { Decision } from "../../model/decision.js";
import type { EventQuestion, Placement, StartQuestion } from "../../model/delivery.js";
import type { RepId } from "../../model/id.js";
import type { Plan } from "./plan.js";
import { filtersOf } from "./rings.js";

const NOBODY_ACCEPTED = "nobody-accepted";
const NOBODY_FOUND = "nobody-found";

/** Whether a cascade put the lead aside because nobody has it: then everybody is asked again. */
export const isGivenUp = (decision: Decision): boolean =>
  decision.status === "parked" && (decision.reason === NOBODY_ACCEPTED || decision.reason === NOBODY_FOUND);

/** Whether a lead that was put aside is woken early: whoever gave it up is left in peace until its time has come. */
export const isBeforeItsTime = ({ decision, event }: EventQuestion): boolean =>
  decision.status === "parked" && event.type === "woken" && event.atMs < decision.wakeAtMs;

/**
 * Nobody is left to ask. The last ring is asked for, so that the decision counts who was there. Somebody named has it even
 * after refusing an offer of it (`asked`), but not who had it and gave it back.
 */
export const giveUp = (
  plan: Plan,
  question: StartQuestion,
  wasOffered: boolean,
  asked: readonly RepId[] = [],
): Placement => {
  const { whenNobody, rings } = plan;
  const { nowMs, candidate, ranking, tried } = question;
  const gaveBack = (id: RepId): boolean => tried.includes(id) && !asked.includes(id);
  ranking({ filters: filtersOf(plan, { ring: rings.length - 1 }) });
  if (typeof whenNobody === "object" && "parkForMs" in whenNobody) {
    const wakeAtMs = nowMs + whenNobody.parkForMs;
    // Beyond 2^53 a moment may have none after it, and a lead would be woken for ever.
    if (wakeAtMs > nowMs)
      return { status: "parked", reason: wasOffered ? NOBODY_ACCEPTED : NOBODY_FOUND, wakeAtMs };
  }
  const repId =
    typeof whenNobody === "object" && "assignTo" in whenNobody
      ? whenNobody.assignTo.find((id) => !gaveBack(id) && candidate(id)._tag === "Right")
      : undefined;
  if (repId !== undefined) return { status: "assigned", repId, counts: false };
  return { status: "unassigned", reason: wasOffered ? NOBODY_ACCEPTED : "nobody-else" };
};

import type { Decision } from "../../model/decision.js";
import type { Placement, StartQuestion } from "../../model/delivery.js";
import type { Plan } from "./plan.js";
import { filtersOf } from "./rings.js";

const NOBODY_ACCEPTED = "nobody-accepted";
const NOBODY_FOUND = "nobody-found";

/** Whether a cascade put the lead aside because nobody has it: then everybody is asked again. */
export const isGivenUp = (decision: Decision): boolean =>
  decision.status === "parked" && (decision.reason === NOBODY_ACCEPTED || decision.reason === NOBODY_FOUND);

/** Nobody is left to ask. The last ring is asked for, so that the decision counts who was there. */
export const giveUp = (plan: Plan, question: StartQuestion, wasOffered: boolean): Placement => {
  const { whenNobody, rings } = plan;
  const { nowMs, candidate, ranking } = question;
  ranking({ filters: filtersOf(plan, { ring: rings.length - 1 }) });
  if (typeof whenNobody === "object" && "parkForMs" in whenNobody)
    return {
      status: "parked",
      reason: wasOffered ? NOBODY_ACCEPTED : NOBODY_FOUND,
      wakeAtMs: nowMs + whenNobody.parkForMs,
    };
  const repId =
    typeof whenNobody === "object"
      ? whenNobody.assignTo.find((id) => candidate(id)._tag === "Right")
      : undefined;
  if (repId !== undefined) return { status: "assigned", repId, counts: false };
  return { status: "unassigned", reason: wasOffered ? NOBODY_ACCEPTED : "nobody-else" };
};

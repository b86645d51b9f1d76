import type { Placement, StartQuestion } from "../../model/delivery.js";
import type { Plan } from "./plan.js";
import { filtersOf } from "./rings.js";

/** Marks a lead that was put aside because nobody accepted it: then everybody is asked again. */
export const NOBODY_ACCEPTED = "nobody-accepted";

/** Nobody is left to ask. The last ring is asked for, so that the decision counts who was there. */
export const giveUp = (plan: Plan, question: StartQuestion, wasOffered: boolean): Placement => {
  const { whenNobody, rings } = plan;
  const { nowMs, candidate, ranking } = question;
  ranking({ filters: filtersOf(plan, { ring: rings.length - 1 }) });
  if (typeof whenNobody === "object" && "parkForMs" in whenNobody)
    return { status: "parked", reason: NOBODY_ACCEPTED, wakeAtMs: nowMs + whenNobody.parkForMs };
  const repId =
    typeof whenNobody === "object"
      ? whenNobody.assignTo.find((id) => candidate(id)._tag === "Right")
      : undefined;
  if (repId !== undefined) return { status: "assigned", repId, counts: false };
  return { status: "unassigned", reason: wasOffered ? NOBODY_ACCEPTED : "nobody-else" };
};

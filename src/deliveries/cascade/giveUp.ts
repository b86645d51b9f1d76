import type { Placement, StartQuestion } from "../../model/delivery.js";
import type { Plan } from "./plan.js";

/** Marks a lead that was put aside because nobody accepted it: then everybody is asked again. */
export const NOBODY_ACCEPTED = "nobody-accepted";

/** Nobody is left to ask. */
export const giveUp = (
  { whenNobody }: Plan,
  { nowMs, candidate }: StartQuestion,
  wasOffered: boolean,
): Placement => {
  if (typeof whenNobody === "object" && "parkForMs" in whenNobody)
    return { status: "parked", reason: NOBODY_ACCEPTED, wakeAtMs: nowMs + whenNobody.parkForMs };
  const repId =
    typeof whenNobody === "object"
      ? whenNobody.assignTo.find((id) => candidate(id)._tag === "Right")
      : undefined;
  if (repId !== undefined) return { status: "assigned", repId, counts: false };
  return { status: "unassigned", reason: wasOffered ? NOBODY_ACCEPTED : "nobody-else" };
};

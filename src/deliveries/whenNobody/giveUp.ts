import type { Placement, StartQuestion } from "../../model/delivery.js";
import type { RepId } from "../../model/id.js";
import type { WhenNobody } from "./whenNobody.js";

/** Why nobody has a lead of which somebody knew. */
export const NOBODY_ACCEPTED = "nobody-accepted";
export const NOBODY_CLAIMED = "nobody-claimed";
export const NOBODY_DECIDED = "nobody-decided";

/** The same where nobody could be asked: said of a lead that is put aside. */
export const NOBODY_FOUND = "nobody-found";

/** How it came that nobody has the lead. */
export interface Ending {
  readonly whenNobody: WhenNobody;
  /** Absent: nobody could be asked. */
  readonly because: string | undefined;
  /** Who was asked and may have it all the same, where somebody is named. */
  readonly asked?: readonly RepId[];
}

/**
 * Nobody has the lead. Whoever calls this has asked for the last order, so that the decision counts who was there. Somebody
 * named has it even after refusing an offer of it (`asked`), but not who had it and gave it back.
 */
export const giveUp = (
  { whenNobody, because, asked = [] }: Ending,
  { nowMs, candidate, tried }: StartQuestion,
): Placement => {
  const gaveBack = (id: RepId): boolean => tried.includes(id) && !asked.includes(id);
  if (typeof whenNobody === "object" && "parkForMs" in whenNobody) {
    const wakeAtMs = nowMs + whenNobody.parkForMs;
    // Beyond 2^53 a moment may have none after it, and a lead would be woken for ever.
    if (wakeAtMs > nowMs) return { status: "parked", reason: because ?? NOBODY_FOUND, wakeAtMs };
  }
  const repId =
    typeof whenNobody === "object" && "assignTo" in whenNobody
      ? whenNobody.assignTo.find((id) => !gaveBack(id) && candidate(id)._tag === "Right")
      : undefined;
  if (repId !== undefined) return { status: "assigned", repId, counts: false };
  return { status: "unassigned", reason: because ?? "nobody-else" };
};

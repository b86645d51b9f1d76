import type { EventQuestion, StartQuestion } from "../../model/delivery.js";
import type { Filter } from "../../model/filter.js";
import type { Plan } from "./plan.js";
import type { Progress } from "./progress.js";

const NO_FILTERS: readonly Filter[] = [];

/** What a ring asks for beside the strategy's own filters. */
export const filtersOf = ({ rings }: Plan, { ring }: Pick<Progress, "ring">): readonly Filter[] =>
  rings[ring]?.filters ?? NO_FILTERS;

/** That ring, or the first after it whose time is not over; nothing where there is none. */
export const ringFrom = (
  { rings, ringClock }: Plan,
  { lead, nowMs }: Pick<StartQuestion, "lead" | "nowMs">,
  from: number,
): Pick<Progress, "ring" | "ringEndsAtMs"> | undefined => {
  const startMs = ringClock === "ring" ? nowMs : lead.receivedAtMs;
  for (let ring = from; ring < rings.length; ring += 1) {
    const endsAfterMs = rings[ring]?.endsAfterMs;
    if (endsAfterMs === undefined) return { ring };
    if (nowMs < startMs + endsAfterMs) return { ring, ringEndsAtMs: startMs + endsAfterMs };
  }
  return undefined;
};

/** Whether any ring whose time is not over has somebody to ask. */
export const findsInRings = (plan: Plan, question: EventQuestion): boolean => {
  let at = ringFrom(plan, question, 0);
  while (at !== undefined) {
    if (question.findsAnybody(filtersOf(plan, at))) return true;
    at = ringFrom(plan, question, at.ring + 1);
  }
  return false;
};

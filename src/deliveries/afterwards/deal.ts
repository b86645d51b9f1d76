import type { EventQuestion, Move, Placement, StartQuestion } from "../../model/delivery.js";

/** Finds a lead its place by asking for orders: when it comes in, and whenever it is dealt on. */
export type Deal = (question: StartQuestion) => Placement;

/** The same question as when the lead came in, after what an event did. */
export const dealtOn =
  (deal: Deal, { lead, nowMs }: EventQuestion): Move["place"] =>
  (ranking, candidate, tried) =>
    deal({ lead, nowMs, candidate, ranking, tried });

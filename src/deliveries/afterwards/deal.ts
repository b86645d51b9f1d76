import type { EventQuestion, Move, Placement, StartQuestion } from "../../model/delivery.js";
import type { RepId } from "../../model/id.js";

/** Finds a lead its place by asking for orders: when it comes in, and whenever it is dealt on. */
export type Deal = (question: StartQuestion) => Placement;

/** The same question as when the lead came in, after an event by which these gave it up. */
export const dealtOn =
  (deal: Deal, { lead, nowMs, decision }: EventQuestion, gaveUp: readonly RepId[] = []): Move["place"] =>
  (ranking, candidate) =>
    deal({
      lead,
      nowMs,
      candidate,
      ranking,
      tried: [...new Set([...(decision.tried ?? []), ...gaveUp])],
    });

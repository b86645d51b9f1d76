import type { Decision } from "../model/decision.js";
import type { RepId } from "../model/id.js";

/** Whoever has a hand on the lead: holds it, is offered it, or may claim it. */
export const handsOn = (decision: Decision | undefined): readonly RepId[] => {
  switch (decision?.status) {
    case "assigned":
      return [decision.repId];
    case "offered":
      return decision.offers.map(({ repId }) => repId);
    case "pooled":
      return decision.mayClaim ?? [];
    default:
      return [];
  }
};

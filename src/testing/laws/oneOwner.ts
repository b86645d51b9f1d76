import { bytes } from "../json.js";
import { play } from "../play.js";
import { insist, lawOfScenarios } from "./law.js";

/**
 * A lead has at most one owner: a claim of a lead that somebody holds is refused and changes nothing.
 *
 * @since 0.1.0
 */
export const oneOwner = lawOfScenarios(
  "oneOwner",
  "A lead has at most one owner; a second claim is refused with a reason and changes nothing.",
  (strategy, scenario) => {
    for (const { step, stateBefore, decisionBefore, result } of play(strategy, scenario)) {
      if (step.type !== "event" || result._tag === "Left" || decisionBefore === undefined) continue;
      const claims = step.event.type === "claimed" || step.event.type === "accepted";
      const isHeld = decisionBefore.status === "assigned" || decisionBefore.status === "closed";
      if (!claims || !isHeld || decisionBefore.eventIds.includes(step.event.id)) continue;
      const { decision, state, effects, refusal } = result.right;
      insist(refusal !== undefined && refusal.reason !== "", "a second claim was not refused with a reason");
      insist(bytes(decision) === bytes(decisionBefore), "a refused claim changed the decision");
      insist(
        state === stateBefore && effects.length === 0,
        "a refused claim changed the state or told somebody",
      );
    }
  },
);

import { bytes } from "../json.js";
import { play } from "../play.js";
import { insist, lawOfScenarios } from "./law.js";

/**
 * A retry changes nothing: the same lead with its earlier decision, and an event id seen before.
 *
 * @since 0.1.0
 */
export const idempotent = lawOfScenarios(
  "idempotent",
  "With `earlier` given, the same lead twice is the same decision; an event id seen before changes nothing.",
  (strategy, scenario) => {
    for (const { step, lead, result } of play(strategy, scenario)) {
      if (result._tag === "Left") continue;
      const { decision, state, refusal } = result.right;
      if (refusal !== undefined) continue;
      const again =
        step.type === "lead"
          ? strategy(lead, step.roster, state, { earlier: decision })
          : strategy.respond(lead, decision, step.event, step.roster, state);
      insist(again._tag === "Right", "a retry was refused");
      if (again._tag === "Left") continue;
      insist(bytes(again.right.decision) === bytes(decision), "a retry changed the decision");
      insist(again.right.state === state, "a retry changed the state");
      insist(again.right.effects.length === 0, "a retry told somebody again");
    }
  },
);

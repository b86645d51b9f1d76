import { canonicalBytes, throughStore } from "../json.js";
import { play } from "../play.js";
import { insist, lawOfScenarios } from "./law.js";

const answers = (played: ReturnType<typeof play>): string =>
  canonicalBytes(played.map(({ result }) => result));

/**
 * State and decisions may go through JSON, keys reordered, between any two calls.
 *
 * @since 0.1.0
 */
export const storable = lawOfScenarios(
  "storable",
  "A trip of state and decision through JSON, keys reordered too, between any two calls changes nothing.",
  (strategy, scenario) => {
    const stored = play(strategy, scenario, { state: throughStore, decision: throughStore });
    insist(answers(play(strategy, scenario)) === answers(stored), "a trip through JSON changed an answer");
  },
);

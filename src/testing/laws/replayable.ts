import type { Scenario } from "../arbitraries/aScenario.js";
import { bytes } from "../json.js";
import { play } from "../play.js";
import { insist, lawOfScenarios } from "./law.js";

/**
 * Folding the stored log of inputs from the first state gives every decision and the last state again.
 *
 * @since 0.1.0
 */
export const replayable = lawOfScenarios(
  "replayable",
  "Folding the log of inputs from the first state gives the last state, byte for byte.",
  (strategy, scenario) => {
    const log: Scenario = JSON.parse(JSON.stringify(scenario));
    const lived = play(strategy, scenario);
    const replayed = play(strategy, log);
    insist(lived.length === replayed.length, "the log lost a step");
    lived.forEach(({ result }, i) => {
      insist(bytes(result) === bytes(replayed[i]?.result), `step ${i} came out differently`);
    });
  },
);

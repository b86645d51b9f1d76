import type { Scenario, Step } from "../arbitraries/aScenario.js";
import { bytes } from "../json.js";
import { play } from "../play.js";
import { insist, lawOfScenarios } from "./law.js";

const answers = (played: ReturnType<typeof play>): string => bytes(played.map(({ result }) => result));

const reversed = ({ seed, steps }: Scenario): Scenario => ({
  seed,
  steps: steps.map(
    (step): Step => ({ ...step, roster: { ...step.roster, reps: [...step.roster.reps].reverse() } }),
  ),
});

const rotated = ({ seed, steps }: Scenario): Scenario => ({
  seed,
  steps: steps.map((step, i): Step => {
    const { reps } = step.roster;
    const cut = i % Math.max(1, reps.length);
    return { ...step, roster: { ...step.roster, reps: [...reps.slice(cut), ...reps.slice(0, cut)] } };
  }),
});

/**
 * State and decision are the same bytes for every order of the roster.
 *
 * @since 0.1.0
 */
export const orderFree = lawOfScenarios(
  "orderFree",
  "State and decision are the same bytes for every order of the roster.",
  (strategy, scenario) => {
    const straight = answers(play(strategy, scenario));
    insist(straight === answers(play(strategy, reversed(scenario))), "a reversed roster changed an answer");
    insist(straight === answers(play(strategy, rotated(scenario))), "a rotated roster changed an answer");
  },
);

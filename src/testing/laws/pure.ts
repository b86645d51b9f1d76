import type { Scenario } from "../arbitraries/aScenario.js";
import { bytes } from "../json.js";
import { play } from "../play.js";
import { insist, lawOfScenarios } from "./law.js";

const frozen = <A>(value: A): A => {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const item of Object.values(value)) frozen(item);
  return value;
};

const refuse = (): never => {
  throw new Error("read a clock or drew a chance");
};

/** Runs with the global clock and generator out of order, and puts them back. */
const withoutClockAndChance = <A>(run: () => A): A => {
  const { now } = Date;
  const { random } = Math;
  Date.now = refuse;
  Math.random = refuse;
  try {
    return run();
  } finally {
    Date.now = now;
    Math.random = random;
  }
};

/**
 * Deep-frozen inputs work, no clock is read and no chance drawn, and the same call gives the same bytes.
 *
 * @since 0.1.0
 */
export const pure = lawOfScenarios(
  "pure",
  "Deep-frozen inputs work. No clock, no chance. The same call gives the same bytes.",
  (strategy, scenario: Scenario) => {
    const fresh = (): Scenario => JSON.parse(JSON.stringify(scenario));
    const plain = bytes(play(strategy, fresh()));
    const carrier = { state: frozen, decision: frozen };
    const again = bytes(withoutClockAndChance(() => play(strategy, frozen(fresh()), carrier)));
    insist(plain === again, "frozen input, or a stopped clock, changed an answer");
    insist(plain === bytes(play(strategy, scenario)), "the same calls gave other bytes");
  },
);

import fc from "fast-check";
import type { Strategy } from "../../model/strategy.js";
import { aScenario, type Scenario } from "../arbitraries/aScenario.js";

/**
 * How long and on what a law is tried.
 *
 * @since 0.1.0
 */
export interface Trial {
  /** Absent: {@link aScenario}. */
  readonly scenarios?: fc.Arbitrary<Scenario>;
  /** How many scenarios. Absent: 100. */
  readonly runs?: number;
  /** Replays a failure that fast-check reported. */
  readonly seed?: number;
}

/**
 * A property that a strategy must keep.
 *
 * @since 0.1.0
 */
export interface Law {
  readonly name: string;
  readonly statement: string;
  /** Throws, with the smallest counter-example that was found, when the strategy breaks the law. */
  readonly check: (strategy: Strategy, trial?: Trial) => void;
}

/** Says what was broken. */
export const insist = (holds: boolean, broken: string): void => {
  if (!holds) throw new Error(broken);
};

/** A law about every scenario. */
export const lawOfScenarios = (
  name: string,
  statement: string,
  hold: (strategy: Strategy, scenario: Scenario) => void,
): Law => ({
  name,
  statement,
  check: (strategy, { scenarios = aScenario(), runs = 100, seed } = {}) => {
    fc.assert(
      fc.property(scenarios, (scenario) => hold(strategy, scenario)),
      { numRuns: runs, ...(seed === undefined ? {} : { seed }) },
    );
  },
});

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

/** Tries a property, and says which law it breaks, and how, where it does. */
export const tryOut = <Ts>(
  { name, statement }: Pick<Law, "name" | "statement">,
  property: fc.IRawProperty<Ts>,
  { runs = 100, seed }: Trial = {},
): void => {
  const details = fc.check(property, {
    numRuns: runs,
    ...(seed === undefined ? {} : { seed }),
  }) as fc.RunDetails<Ts>;
  if (!details.failed) return;
  const cause = details.errorInstance;
  const how = cause instanceof Error ? cause.message : String(cause);
  throw new Error(`The law "${name}" is broken: ${how}.\n${statement}\n${fc.defaultReportMessage(details)}`, {
    cause,
  });
};

/** A law about every scenario. */
export const lawOfScenarios = (
  name: string,
  statement: string,
  hold: (strategy: Strategy, scenario: Scenario) => void,
): Law => ({
  name,
  statement,
  check: (strategy, trial = {}) =>
    tryOut(
      { name, statement },
      fc.property(trial.scenarios ?? aScenario(), (scenario) => hold(strategy, scenario)),
      trial,
    ),
});

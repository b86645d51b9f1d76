import type { RepId } from "../model/id.js";
import type { LoggedChoice } from "./loggedChoice.js";

/**
 * How likely a target would give a lead to a rep.
 *
 * @since 0.1.0
 */
export interface Chance {
  readonly repId: RepId;
  /** From 0 to 1; those of one lead add up to 1. */
  readonly probability: number;
}

/**
 * Another way to give out the leads of a log: the one that is asked about.
 *
 * It is opened for each evaluation and then asked about every choice of the log, in order, so it may remember what it
 * said before. It must not look at {@link LoggedChoice.reward} or at who had the lead, nor have been learned from the
 * very log: whoever knows the results picks the winners.
 *
 * @since 0.1.0
 */
export interface Target {
  readonly name: string;
  /** Reps of probability 0 may be left out. Nobody at all: the target gives that lead to nobody. */
  readonly open: () => (choice: LoggedChoice) => readonly Chance[];
}

/**
 * A target from a function of your own.
 *
 * @remarks
 * - **Errors:** what the function throws, and answers that are no probabilities, are problems that name the target.
 *
 * @example
 * ```ts
 * import { evaluate, targetOf } from "fairlead/evaluation";
 *
 * const toAnn = targetOf("all to ann", () => [{ repId: "ann", probability: 1 }]);
 * const both = [{ id: "ann", propensity: 0.5 }, { id: "bob", propensity: 0.5 }];
 * const log = [{ candidates: both, repId: "ann", reward: 1 }, { candidates: both, repId: "bob", reward: 0 }];
 * unwrap(evaluate(log, toAnn)).verdict; // => "can't tell"
 * ```
 *
 * @since 0.1.0
 */
export const targetOf = (name: string, chancesFor: (choice: LoggedChoice) => readonly Chance[]): Target => ({
  name,
  open: () => chancesFor,
});

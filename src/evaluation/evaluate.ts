import * as E from "fp-ts/lib/Either.js";
import { demand } from "../internal/demand.js";
import type { Problems } from "../model/problem.js";
import { streamFrom } from "../random/stream.js";
import { balanceOf } from "./balance.js";
import { bySelfNormalising, byWeighing } from "./byWeighing.js";
import { faultsOfLog } from "./checkLog.js";
import { doublyRobust, partsDrawn } from "./doublyRobust.js";
import { type ConfidenceInterval, type Estimated, meanInterval } from "./interval.js";
import type { LoggedChoice } from "./loggedChoice.js";
import { maturedOf } from "./matured.js";
import { type Overlap, overlapOf } from "./overlap.js";
import { patternOf } from "./pattern.js";
import { type Placebo, placeboOf } from "./placebo.js";
import type { Target } from "./target.js";
import { type Verdict, verdictOf } from "./verdict.js";
import { type Weighed, weighedBy } from "./weighed.js";

/**
 * Options of {@link evaluate}.
 *
 * @since 0.1.0
 */
export interface EvaluateOptions {
  /** Draws the parts for the expectation, and the logs of the placebo. Absent: `"evaluate"`. */
  readonly seed?: string;
  /** How often the leads are dealt anew, 100 to 10,000 times. Absent: 200. */
  readonly placeboLogs?: number;
  /** A log that says less of the target than so many leads can't tell. Absent: 100. */
  readonly leastEffectiveLeads?: number;
}

/**
 * What another strategy would have had, as far as a log can tell.
 *
 * @since 0.1.0
 */
export interface Evaluation {
  readonly target: string;
  /** By the doubly robust gain, the placebo, and everything that speaks against believing them. */
  readonly verdict: Verdict;
  /** In plain words: every cause why it can't tell, else between what the gain lies. */
  readonly reasons: readonly string[];
  /** The choices of the log, and how many of them have a reward. */
  readonly choices: number;
  readonly matured: number;
  /** What a lead brought on average. This and all estimates are `null` with fewer than two rewards. */
  readonly logged: ConfidenceInterval | null;
  /** By the weights alone. */
  readonly weighing: Estimated | null;
  /** By the weights, divided by their sum. `null` too where the target would never have chosen as was chosen. */
  readonly selfNormalised: Estimated | null;
  /** By what is expected of reps, and the weights where that is off. */
  readonly doublyRobust: Estimated | null;
  /** Of the choices that have a reward. `null`: there are none. */
  readonly overlap: Overlap | null;
  /**
   * How reps follow on each other in the whole log, in standard errors: near 0 where chance chose by the
   * propensities, far below it where leads went round more evenly than by chance, far above it where the chances were
   * others. `null`: nothing was left to chance.
   */
  readonly pattern: number | null;
  readonly placebo: Placebo | null;
}

const LEAST_LOGS = 100;

const MOST_LOGS = 10_000;

const hasReward = ({ choice }: Weighed): boolean => choice.reward !== undefined;

/**
 * Estimates what another strategy would have had of the leads of a log, from choices that were left to chance, and
 * says whether that is more.
 *
 * Whoever was chosen by chance stands for all whom chance might have chosen: a choice that the target is twice as
 * likely to make as the log counts twice. That is right whatever the reward depends on, but for what the log never
 * tried, so a log that left nothing to chance can say nothing. Three estimates are given, each with its interval, and
 * the gain over the chances of the log: by the weights alone, self-normalised, and doubly robust, by which the
 * verdict goes.
 *
 * @remarks
 * - **What is asked of a log:** leads in the order in which they were given, each with everybody who could have had it
 *   and their chances. It must be chance that chose: the shares of a rotation are no chances, and add up to 1 all the
 *   same. Where leads go round more evenly than by chance, it shows, and the verdict is `"can't tell"`.
 * - **Rewards:** numbers from 0 to 10^50, in any one unit. A choice without one counts for nothing, so it must
 *   not depend on the rep which have one.
 * - **`"can't tell"`:** too few leads that speak of the target, leads given to somebody to whom the log could not have
 *   given them (1 %), nothing left to chance, propensities that are not what was chosen by, outcomes missing (half, or
 *   by rep), every outcome the same, or a placebo that finds something.
 * - **Intervals:** 95 %, of the mean of what each choice says, by its standard error: no draws, and right for many
 *   leads; the number of effective leads and the placebo stand guard over few.
 * - **One question a log:** among ten targets the best looks better than it is. Decide beforehand which one to ask
 *   about, and never ask about a target that was learned from the same leads.
 * - **Errors:** every fault of the log with its path; what the target throws, and answers that are no probabilities; a
 *   `RangeError` for options out of range.
 * - **Cost:** O(candidates) for each choice, and as much again for each log of the placebo: 10,000 leads among 30 reps take
 *   about a second.
 *
 * @see D. G. Horvitz, D. J. Thompson, "A Generalization of Sampling Without Replacement From a Finite Universe", JASA
 * 47, 1952, https://doi.org/10.1080/01621459.1952.10483446
 * @see A. Swaminathan, T. Joachims, "The Self-Normalized Estimator for Counterfactual Learning", NIPS 2015
 * @see M. Dudík, J. Langford, L. Li, "Doubly Robust Policy Evaluation and Learning", ICML 2011,
 * https://arxiv.org/abs/1103.4601
 * @see L. Kish, "Survey Sampling", 1965, for the number of effective leads
 *
 * @example
 * ```ts
 * import { evaluate, type LoggedChoice, targetOf } from "fairlead/evaluation";
 *
 * // Chance gave each of 2,000 leads to ann or bob; ann won two of three, bob one of three.
 * const candidates = [{ id: "ann", propensity: 0.5 }, { id: "bob", propensity: 0.5 }];
 * const state = emptyState({ seed: "s" });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
 * const drawn = compose({ ledger: "desk", filters: [], selector: random() });
 * const log = Array.from({ length: 2_000 }, (_, i): LoggedChoice => {
 *   const { decision } = unwrap(drawn({ id: `l${i}`, receivedAtMs: i }, roster, state));
 *   const repId = holderOf(decision) ?? "";
 *   return { candidates, repId, reward: i % 3 === 0 === (repId === "ann") ? 0 : 1 };
 * });
 *
 * const toAnn = targetOf("all to ann", () => [{ repId: "ann", probability: 1 }]);
 * const { verdict, doublyRobust } = unwrap(evaluate(log, toAnn));
 * [verdict, doublyRobust?.gain.estimate.toFixed(1)]; // => ["better", "0.2"]
 * ```
 *
 * @since 0.1.0
 */
export const evaluate = (
  log: readonly LoggedChoice[],
  target: Target,
  options: EvaluateOptions = {},
): E.Either<Problems, Evaluation> => {
  const {
    seed = "evaluate",
    placeboLogs = 200,
    leastEffectiveLeads = 100,
  }: EvaluateOptions = Object(options);
  demand(typeof target?.open === "function", "evaluate: needs a target (was it called?)");
  demand(
    Number.isInteger(placeboLogs) && placeboLogs >= LEAST_LOGS && placeboLogs <= MOST_LOGS,
    `evaluate: placeboLogs must be a whole number from ${LEAST_LOGS} to ${MOST_LOGS}`,
  );
  demand(leastEffectiveLeads >= 2, "evaluate: leastEffectiveLeads must be at least 2");
  const [fault, ...more] = faultsOfLog(log);
  if (fault !== undefined) return E.left([fault, ...more]);
  return E.map((weighed: readonly Weighed[]): Evaluation => {
    const known = weighed.filter(hasReward);
    const pattern = patternOf(log);
    const found = { target: target.name, choices: log.length, matured: known.length, pattern };
    if (known.length < 2)
      return {
        ...found,
        verdict: "can't tell",
        reasons: [
          log.length === 0
            ? "the log has no leads"
            : `of ${log.length} leads only ${known.length} have an outcome`,
        ],
        logged: null,
        weighing: null,
        selfNormalised: null,
        doublyRobust: null,
        overlap: known.length === 0 ? null : overlapOf(known),
        placebo: null,
      };
    const matured = maturedOf(weighed);
    const draws = streamFrom(JSON.stringify(["evaluate", seed]));
    const parts = partsDrawn(matured, draws);
    const robust = doublyRobust(matured, parts);
    const placebo = placeboOf(matured, parts, robust, placeboLogs, draws);
    const overlap = overlapOf(known);
    return {
      ...found,
      ...verdictOf({
        ...found,
        overlap,
        placebo,
        leastEffectiveLeads,
        gain: robust.gain,
        isAllTheSame: matured.rewards.every((reward) => reward === matured.rewards[0]),
        ...balanceOf(
          known,
          weighed.filter((each) => !hasReward(each)),
          overlap,
        ),
      }),
      logged: meanInterval(matured.rewards),
      weighing: byWeighing(matured),
      selfNormalised: bySelfNormalising(matured),
      doublyRobust: robust,
      overlap,
      placebo,
    };
  })(weighedBy(log, target));
};

import * as E from "fp-ts/lib/Either.js";
import { count, faultsOf, id, listOf, recordOf } from "../check/shape.js";
import { demand } from "../internal/demand.js";
import type { RepId } from "../model/id.js";
import type { Problem, Problems } from "../model/problem.js";
import { spreadWithin } from "../performance/strength.js";
import { streamFrom } from "../random/stream.js";
import { chiSquareTail } from "./chiSquareTail.js";
import { shuffled, squaresOf } from "./shuffledOutcomes.js";

/**
 * What came of the leads of one rep, or of one of whatever else is compared: an office, a product.
 *
 * @since 0.1.0
 */
export interface RepOutcomes {
  readonly repId: RepId;
  readonly leads: number;
  /** At most `leads`. */
  readonly won: number;
}

/**
 * Options of {@link differences}.
 *
 * @since 0.1.0
 */
export interface DifferencesOptions {
  /** Draws the shuffles. Absent: `"differences"`. */
  readonly seed?: string;
  /** How often the outcomes are shuffled, 99 to 100,000 times. Absent: 999. */
  readonly shuffles?: number;
}

/**
 * Whether reps differ, and by how much.
 *
 * @since 0.1.0
 */
export interface Differences {
  /**
   * `"no difference seen"` is not the same as equal: fewer leads see less. `"can't tell"`: fewer than two have leads,
   * or all outcomes are the same.
   */
  readonly verdict: "they differ" | "no difference seen" | "can't tell";
  /** Those who had leads. */
  readonly reps: number;
  readonly leads: number;
  /** The part of all leads that was won. `null`: there are none. */
  readonly rate: number | null;
  /** How far the rates lie apart: about `degreesOfFreedom` where nobody differs. */
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  /**
   * How often chance alone gives a chi-square as large, by its distribution: good with at least some five won and five
   * lost each.
   */
  readonly byDistribution: number;
  /** The same by shuffling who had which outcome: good for any numbers, and what the verdict goes by. */
  readonly byShuffling: number;
  /**
   * The standard deviation of the true rates, after what chance adds is taken out: 0 where the rates lie no further
   * apart than by chance.
   */
  readonly trueSpread: number;
  /**
   * What part of the variance of the rates is true, from 0 to 1: how well they would agree with those of as many leads
   * again.
   */
  readonly reliability: number;
}

/** Once in twenty. */
const RARE = 0.05;

const LEAST_SHUFFLES = 99;

const MOST_SHUFFLES = 100_000;

/** They are dealt out one by one, many times. */
const MOST_LEADS = 10_000_000;

const listShape = listOf(recordOf({ repId: id, leads: count, won: count }));

const faultsBetween = (outcomes: readonly RepOutcomes[]): readonly Problem[] => {
  const ids = new Set<RepId>();
  const leads = outcomes.reduce((sum, each) => sum + each.leads, 0);
  const tooMany = { path: ["outcomes"], message: `must be at most ${MOST_LEADS} leads in all` };
  const faults = outcomes.flatMap(({ repId, leads, won }, i) => {
    const isSecond = ids.has(repId);
    ids.add(repId);
    return [
      ...(won > leads ? [{ path: ["outcomes", i, "won"], message: "must not be more than leads" }] : []),
      ...(isSecond ? [{ path: ["outcomes", i, "repId"], message: "stands for the second time" }] : []),
    ];
  });
  return leads > MOST_LEADS ? [tooMany, ...faults] : faults;
};

/**
 * Tests whether reps differ at all, before anybody is told to learn from them: how far their rates lie apart, how
 * often chance alone does that, and how much is left once chance is taken out.
 *
 * @remarks
 * - **Promise:** where nobody differs, it says that they do once in twenty times.
 * - **Not a cause:** reps who were dealt better leads differ too. Compare within a segment, or leads that were given by
 *   chance.
 * - **Units:** whole leads, at most 10,000,000 in all; rates as parts from 0 to 1.
 * - **Errors:** every fault of the list with its path; a `RangeError` for options out of range.
 * - **Cost:** O(leads) for each shuffle: 7,000 leads take a tenth of a second.
 *
 * @see K. Pearson, "On the criterion that a given system of deviations ...", Philosophical Magazine 50, 1900, for
 * chi-square
 * @see J. C. Kleinman, "Proportions with Extraneous Variance: Single and Independent Samples", JASA 68, 1973, for the
 * true spread
 * @see B. Phipson, G. K. Smyth, "Permutation P-values Should Never Be Zero", SAGMB 9, 2010,
 * https://doi.org/10.2202/1544-6115.1585
 *
 * @example
 * ```ts
 * import { differences } from "fairlead/evaluation";
 *
 * const alike = [{ repId: "ann", leads: 100, won: 24 }, { repId: "bob", leads: 80, won: 18 }];
 * unwrap(differences(alike)).verdict; // => "no difference seen"
 * const apart = [{ repId: "ann", leads: 100, won: 44 }, { repId: "bob", leads: 80, won: 18 }];
 * unwrap(differences(apart)).verdict; // => "they differ"
 * ```
 *
 * @since 0.1.0
 */
export const differences = (
  outcomes: readonly RepOutcomes[],
  options: DifferencesOptions = {},
): E.Either<Problems, Differences> => {
  const { seed = "differences", shuffles = 999 }: DifferencesOptions = Object(options);
  demand(
    Number.isInteger(shuffles) && shuffles >= LEAST_SHUFFLES && shuffles <= MOST_SHUFFLES,
    `differences: shuffles must be a whole number from ${LEAST_SHUFFLES} to ${MOST_SHUFFLES}`,
  );
  const misshapen = faultsOf("outcomes", listShape, outcomes);
  const [fault, ...more] = misshapen.length > 0 ? misshapen : faultsBetween(outcomes);
  if (fault !== undefined) return E.left([fault, ...more]);
  const known = outcomes.filter(({ leads }) => leads > 0);
  const leads = known.reduce((sum, each) => sum + each.leads, 0);
  const won = known.reduce((sum, each) => sum + each.won, 0);
  const found = { reps: known.length, leads, rate: leads === 0 ? null : won / leads };
  const degreesOfFreedom = Math.max(0, known.length - 1);
  if (known.length < 2 || won === 0 || won === leads)
    return E.right({
      ...found,
      verdict: "can't tell",
      chiSquare: 0,
      degreesOfFreedom,
      byDistribution: 1,
      byShuffling: 1,
      trueSpread: 0,
      reliability: 0,
    });
  const rate = won / leads;
  const noise = rate * (1 - rate);
  const apart = squaresOf(
    known.map((each) => each.leads),
    known.map((each) => each.won),
    rate,
  );
  const byShuffling = shuffled(known, rate, shuffles, streamFrom(JSON.stringify(["differences", seed])));
  const { beyond, most } = spreadWithin(known);
  const variance = most <= 0 ? 0 : (noise * Math.max(0, beyond)) / most;
  const byChance = known.reduce((sum, each) => sum + noise / each.leads, 0) / known.length;
  return E.right({
    ...found,
    verdict: byShuffling <= RARE ? "they differ" : "no difference seen",
    chiSquare: apart / noise,
    degreesOfFreedom,
    byDistribution: chiSquareTail(apart / noise, degreesOfFreedom),
    byShuffling,
    trueSpread: Math.sqrt(variance),
    reliability: variance / (variance + byChance),
  });
};

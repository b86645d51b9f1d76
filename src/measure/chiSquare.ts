import { amount } from "./amount.js";

/**
 * How far counts lie from what weights let one expect.
 *
 * @since 0.1.0
 */
export interface ChiSquare {
  /** The sum of (observed - expected)^2 / expected. */
  readonly statistic: number;
  /** One less than the reps that take part. */
  readonly degreesOfFreedom: number;
  /** The smallest expected count; below 5 the statistic does not follow its distribution. */
  readonly smallestExpected: number;
}

/** A weight of no more than this, beside the largest, adds nothing to it. */
const VANISHING = 1 / 2 ** 53;

const isFinitePart = (weight: number): boolean => weight > 0 && weight < Number.POSITIVE_INFINITY;

/**
 * Pearson's chi-square of leads against weights: whether a choice by chance keeps to its weights.
 *
 * A rep whose weight is not above 0 (or vanishes beside the largest), or whose leads are no number from 0 to
 * 2^53 - 1, takes no part. `null` where nobody takes part, or those who do have no lead (or so little of one that an expected count
 * rounds to 0).
 *
 * @remarks
 * - **Units:** leads; weights count by their ratios.
 * - **Errors:** none.
 * - **Cost:** O(n).
 *
 * For choices by chance alone. A rotation is far more regular than chance, so its statistic is close to 0:
 * judge it by the lag of {@link fairnessOf}. Where filters make eligible sets differ, weights alone say
 * nothing of what to expect.
 *
 * @see K. Pearson, "On the criterion that a given system of deviations ...", Philosophical Magazine 50,
 * 1900, https://doi.org/10.1080/14786440009463897
 *
 * @example
 * ```ts
 * chiSquare([{ leads: 40, weight: 1 }, { leads: 10, weight: 1 }, { leads: 25, weight: 1 }, { leads: 25, weight: 1 }]);
 * // => { statistic: 18, degreesOfFreedom: 3, smallestExpected: 25 }
 * ```
 *
 * @since 0.1.0
 */
export const chiSquare = (
  counts: readonly { readonly leads: number; readonly weight: number }[],
): ChiSquare | null => {
  const good = counts.filter(({ leads, weight }) => amount(leads) !== undefined && isFinitePart(weight));
  const heaviest = good.reduce((most, { weight }) => Math.max(most, weight), 0);
  const parts = good.filter(({ weight }) => weight / heaviest > VANISHING);
  const leads = parts.reduce((sum, part) => sum + part.leads, 0);
  const weights = parts.reduce((sum, { weight }) => sum + weight / heaviest, 0);
  const expected = parts.map(({ weight }) => leads * (weight / heaviest / weights));
  if (leads === 0 || expected.includes(0)) return null;
  return {
    statistic: parts.reduce((sum, part, i) => {
      const due = expected[i] as number;
      return sum + ((part.leads - due) * (part.leads - due)) / due;
    }, 0),
    degreesOfFreedom: parts.length - 1,
    smallestExpected: expected.reduce((least, due) => Math.min(least, due), Number.POSITIVE_INFINITY),
  };
};

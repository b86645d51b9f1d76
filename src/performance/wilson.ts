import { demand } from "../internal/demand.js";

/**
 * Between what a rate may lie.
 *
 * @since 0.1.0
 */
export interface Interval01 {
  readonly low: number;
  readonly high: number;
}

/** Of a standard normal, 95 % lie within so many deviations of the mean. */
const Z_95 = 1.959963984540054;

/** Nobody is that sure, and its square is still exact. */
const MOST_Z = 1_000;

/**
 * Between what the true rate may lie when `won` of `leads` were won: Wilson's score interval.
 *
 * Unlike the rate itself it knows how little a few leads say: 1 of 1 lies between 0.21 and 1, 90 of 100 between 0.83 and 0.94.
 * For no leads it is from 0 to 1. Its low end is what {@link topProducer} ranks by, since no luck of a few leads gets far by it; for
 * the best guess of the next lead take figures drawn to what is usual, `by: "estimate"`.
 *
 * @remarks
 * - **Units:** counts, parts of leads too; the result are fractions. `z` is how many standard deviations: 95 % unless said
 *   otherwise.
 * - **Errors:** a `RangeError` for counts that are negative or not finite, more won than leads, and a `z` that is not above 0 or
 *   above 1,000.
 * - **Promise:** 0 <= low <= won / leads <= high <= 1.
 * - **Cost:** O(1).
 *
 * @see E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the American
 * Statistical Association 22, 1927, https://doi.org/10.1080/01621459.1927.10502953
 *
 * @example
 * ```ts
 * const { low, high } = wilson({ leads: 20, won: 0 });
 * [low, high.toFixed(3)]; // => [0, "0.161"]
 * ```
 *
 * @since 0.1.0
 */
export const wilson = (
  { leads, won }: { readonly leads: number; readonly won: number },
  z: number = Z_95,
): Interval01 => {
  const isCount = [leads, won].every((count) => Number.isFinite(count) && count >= 0) && won <= leads;
  demand(isCount, "wilson: leads and won must be finite, not negative, and not more won than leads");
  demand(z > 0 && z <= MOST_Z, `wilson: z must be a number above 0, at most ${MOST_Z}`);
  if (leads === 0) return { low: 0, high: 1 };
  const rate = won / leads;
  const [all, half] = [leads + z * z, (z * z) / 2];
  const middle = (won + half) / all;
  const reach = (z * Math.sqrt(leads * rate * (1 - rate) + half / 2)) / all;
  return {
    low: Math.max(0, Math.min(rate, middle - reach)),
    high: Math.min(1, Math.max(rate, middle + reach)),
  };
};

import { scaled } from "./scaled.js";

/**
 * The Gini coefficient: how unevenly something is spread, from 0 (all have the same) to 1 - 1/n (one has it all).
 *
 * The mean difference between any two, over twice the mean; not corrected for small n. If k of n have the
 * same and the rest nothing, it is 1 - k/n. `null` where nobody has anything, for an empty
 * list, and where a value is no finite number.
 *
 * @remarks
 * - **Units:** none; the values must be finite and not negative, and scaling all of them changes nothing.
 * - **Errors:** none.
 * - **Cost:** O(n log n), by sorting: sum |xi - xj| over all pairs is 2 * sum (2i - n - 1) * xi over the
 *   sorted values, i from 1.
 *
 * @see C. Gini, "Variabilità e mutabilità", 1912; the form used here is in
 * https://en.wikipedia.org/wiki/Gini_coefficient
 *
 * @example
 * ```ts
 * [gini([1, 1, 1, 1]), gini([1, 2, 3, 4]), gini([0, 0])]; // => [0, 0.25, null]
 * ```
 *
 * @since 0.1.0
 */
export const gini = (values: readonly number[]): number | null => {
  const parts = scaled(values);
  if (parts === undefined) return null;
  const n = values.length;
  const sum = parts.reduce((all, part) => all + part, 0);
  const rising = [...parts].sort((a, b) => a - b);
  return rising.reduce((spread, part, i) => spread + (2 * i + 1 - n) * part, 0) / (n * sum);
};

import { naturalLogarithm } from "../internal/naturalLogarithm.js";
import { scaled } from "./scaled.js";

/**
 * Theil's index T: how unevenly something is spread, from 0 (all have the same) to ln n (one has it all).
 *
 * The mean of (x/m) ln(x/m), where m is the mean and 0 ln 0 is 0. If k of n have the same and the rest
 * nothing, it is ln(n/k). `null` where nobody has anything, for an empty list, and where a value is no
 * finite number or below 0.
 *
 * Other than {@link gini} it decomposes: over teams it is the mean of their own indices, each weighed by the
 * team's part of the total, plus the index of the teams' means, each counted once for every member.
 *
 * @remarks
 * - **Units:** none; scaling all values changes nothing.
 * - **Errors:** none.
 * - **Cost:** O(n). The same to the last bit on every engine.
 *
 * @see H. Theil, "Economics and Information Theory", North-Holland, 1967; the form used here is in
 * https://en.wikipedia.org/wiki/Theil_index
 *
 * @example
 * ```ts
 * [theil([3, 3, 3]), theil([2, 1, 1])?.toFixed(4), theil([0, 0])]; // => [0, "0.0589", null]
 * ```
 *
 * @since 0.1.0
 */
export const theil = (values: readonly number[]): number | null => {
  const parts = scaled(values);
  if (parts === undefined || parts.some((part) => part < 0)) return null;
  const mean = parts.reduce((all, part) => all + part, 0) / parts.length;
  const sum = parts.reduce((all, part) => {
    const ratio = part / mean;
    return ratio > 0 ? all + ratio * naturalLogarithm(ratio) : all;
  }, 0);
  return Math.max(0, sum / parts.length);
};

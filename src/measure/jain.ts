import { scaled } from "./scaled.js";

/**
 * Jain's index: how evenly something is spread, from 1/n (one has it all) to 1 (all have the same).
 *
 * (sum x)^2 / (n * sum x^2). If k of n have the same and the rest nothing, it is k/n. `null` where nobody
 * has anything, for an empty list, and where a value is no finite number. With filters or weights feed it leads over fair share, as
 * {@link fairnessOf} does, since counts alone are not comparable then.
 *
 * @remarks
 * - **Units:** none; the values must be finite and not negative, and scaling all of them changes nothing.
 * - **Errors:** none.
 * - **Cost:** O(n).
 *
 * Few leads make it low without anybody's fault: compare it with leads dealt by chance, or use the lag.
 *
 * @see R. Jain, D. Chiu, W. Hawe, "A Quantitative Measure of Fairness and Discrimination for Resource
 * Allocation in Shared Computer Systems", DEC Research Report TR-301, 1984, https://arxiv.org/abs/cs/9809099
 *
 * @example
 * ```ts
 * [jain([4, 4, 4, 4]), jain([5, 5, 0, 0]), jain([0, 0])]; // => [1, 0.5, null]
 * ```
 *
 * @since 0.1.0
 */
export const jain = (values: readonly number[]): number | null => {
  const parts = scaled(values);
  if (parts === undefined) return null;
  const sum = parts.reduce((all, part) => all + part, 0);
  const squares = parts.reduce((all, part) => all + part * part, 0);
  return (sum * sum) / (values.length * squares);
};

import { deviation, mean } from "d3-array";

/** A mean over seasons, and how far from it the true one lies at most in 95 of 100 such comparisons. */
export interface Estimate {
  readonly mean: number;
  /** `null`: too few seasons to say. */
  readonly within: number | null;
}

/** Of a standard normal, 95 % lie within so many deviations of the mean. */
const Z = 1.959963984540054;

/** From so many on the series below is right to a hundredth. */
const FEWEST = 5;

/**
 * The same of Student's t: the first terms of the series of Cornish and Fisher.
 *
 * @see M. Abramowitz, I. A. Stegun, "Handbook of Mathematical Functions", 26.7.5
 */
const studentT = (freedom: number): number => {
  const [z3, z5, z7] = [Z ** 3, Z ** 5, Z ** 7];
  return (
    Z +
    (z3 + Z) / (4 * freedom) +
    (5 * z5 + 16 * z3 + 3 * Z) / (96 * freedom ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * freedom ** 3)
  );
};

/** Six digits: what lies behind them depends on the engine, and says nothing. */
export const rounded = (value: number): number => Number(value.toFixed(6));

export const estimateOf = (values: readonly number[]): Estimate => {
  const off = deviation(values) ?? 0;
  const within = (studentT(values.length - 1) * off) / Math.sqrt(values.length);
  return { mean: rounded(mean(values) ?? 0), within: values.length < FEWEST ? null : rounded(within) };
};

/** Whether the true mean is above 0, or below, as far as these seasons show. */
export const isBeyond = ({ mean: of, within }: Estimate): boolean => within !== null && Math.abs(of) > within;

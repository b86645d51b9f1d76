import type { Overlap } from "./overlap.js";
import type { Weighed } from "./weighed.js";

/** Whether weights are as they must be where the propensities are what reps were chosen by; in standard errors. */
export interface Balance {
  /** How far the mean weight is from what is covered. */
  readonly offWeight: number;
  /** How far the choices without a reward differ in weight from the others. */
  readonly missing: number;
}

/** Chances may miss 1 by as much. */
const SLACK = 1e-6;

const standardErrors = (off: number, variance: number): number =>
  Math.abs(off) <= SLACK ? 0 : off / Math.sqrt(variance);

/** The mean weight, and the variance of that mean. */
const weightIn = (weighed: readonly Weighed[]): { readonly mean: number; readonly variance: number } => {
  const mean = weighed.reduce((sum, { weight }) => sum + weight, 0) / weighed.length;
  const squares = weighed.reduce((sum, { weight }) => sum + (weight - mean) * (weight - mean), 0);
  return { mean, variance: weighed.length < 2 ? 0 : squares / (weighed.length - 1) / weighed.length };
};

export const balanceOf = (
  known: readonly Weighed[],
  others: readonly Weighed[],
  { uncovered }: Overlap,
): Balance => {
  const [own, missing] = [weightIn(known), weightIn(others)];
  return {
    offWeight: standardErrors(own.mean - (1 - uncovered), own.variance),
    missing:
      others.length === 0 ? 0 : standardErrors(missing.mean - own.mean, own.variance + missing.variance),
  };
};

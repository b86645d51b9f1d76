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

const meanOf = (weighed: readonly Weighed[]): number =>
  weighed.reduce((sum, { weight }) => sum + weight, 0) / weighed.length;

/** How far single weights lie apart, for at least two choices. */
const varianceIn = (weighed: readonly Weighed[]): number => {
  const mean = meanOf(weighed);
  return weighed.reduce((sum, { weight }) => sum + (weight - mean) ** 2, 0) / (weighed.length - 1);
};

export const balanceOf = (
  known: readonly Weighed[],
  others: readonly Weighed[],
  { uncovered }: Overlap,
): Balance => {
  const own = meanOf(known);
  const offWeight = standardErrors(own - (1 - uncovered), varianceIn(known) / known.length);
  if (others.length === 0) return { offWeight, missing: 0 };
  // Where it is by chance who is without, they are so many drawn from all: a few of them show nothing of how far they lie apart.
  const variance = varianceIn([...known, ...others]) * (1 / known.length + 1 / others.length);
  return { offWeight, missing: standardErrors(meanOf(others) - own, variance) };
};

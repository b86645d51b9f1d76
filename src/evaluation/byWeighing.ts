import { type Estimated, meanInterval } from "./interval.js";
import type { Matured } from "./matured.js";

/** What each choice says of the target, against what it brought. */
const estimatedBy = (says: readonly number[], rewards: readonly number[]): Estimated => ({
  value: meanInterval(says),
  gain: meanInterval(says.map((each, i) => each - (rewards[i] as number))),
});

/**
 * Each reward counts by its weight: right on average whatever rewards depend on, and widely spread where weights are
 * large.
 *
 * @see D. G. Horvitz, D. J. Thompson, "A Generalization of Sampling Without Replacement From a Finite Universe",
 * Journal of the American Statistical Association 47, 1952
 */
export const byWeighing = ({ rewards, weights }: Matured): Estimated =>
  estimatedBy(
    weights.map((weight, i) => weight * (rewards[i] as number)),
    rewards,
  );

/**
 * The weighted mean of the rewards: less spread, in units of what was had, and the same gain whatever is added to all
 * rewards. Off by the order of one part in the number of choices. `null` where the target would never have chosen as
 * was chosen. Its interval takes each choice for what it moves the ratio by.
 *
 * @see A. Swaminathan, T. Joachims, "The Self-Normalized Estimator for Counterfactual Learning", NIPS 2015
 */
export const bySelfNormalising = ({ rewards, weights }: Matured): Estimated | null => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return null;
  const mean = total / weights.length;
  const value = weights.reduce((sum, weight, i) => sum + weight * (rewards[i] as number), 0) / total;
  return estimatedBy(
    weights.map((weight, i) => value + (weight * ((rewards[i] as number) - value)) / mean),
    rewards,
  );
};

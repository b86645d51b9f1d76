import type { Weighed } from "./weighed.js";

/**
 * How much of the log speaks of the target.
 *
 * @since 0.1.0
 */
export interface Overlap {
  /**
   * Kish's effective number: as many choices by the target itself would say as much as these do. The square of the
   * sum of the weights over the sum of their squares.
   */
  readonly effectiveLeads: number;
  /** The largest weight: how much likelier than the log the target was to choose as was chosen. */
  readonly largestWeight: number;
  /** The mean weight. 1 but for chance, where the propensities are right and all is covered. */
  readonly meanWeight: number;
  /** How likely the target gives a lead to somebody to whom the log could not have given it, from 0 to 1. */
  readonly uncovered: number;
  /** The part of the choices that could have gone another way. */
  readonly leftToChance: number;
}

/** Of at least one choice. */
export const overlapOf = (weighed: readonly Weighed[]): Overlap => {
  let [sum, squares, largestWeight, uncovered, open] = [0, 0, 0, 0, 0];
  for (const { choice, weight, uncovered: part } of weighed) {
    sum += weight;
    squares += weight * weight;
    largestWeight = Math.max(largestWeight, weight);
    uncovered += part;
    if (choice.candidates.filter(({ propensity }) => propensity > 0).length > 1) open += 1;
  }
  return {
    effectiveLeads: squares === 0 ? 0 : (sum * sum) / squares,
    largestWeight,
    meanWeight: sum / weighed.length,
    uncovered: uncovered / weighed.length,
    leftToChance: open / weighed.length,
  };
};

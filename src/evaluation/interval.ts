/**
 * A figure and between what it may lie, with 95 % confidence.
 *
 * @since 0.1.0
 */
export interface ConfidenceInterval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * What a target would have had of a lead on average, and how much more that is than by the chances of the log.
 *
 * @since 0.1.0
 */
export interface Estimated {
  readonly value: ConfidenceInterval;
  readonly gain: ConfidenceInterval;
}

/** Of a standard normal, 95 % lie within so many deviations of the mean. */
const Z_95 = 1.959963984540054;

const meanOf = (values: readonly number[]): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
};

/** The mean of what each choice says, for at least two choices. */
export const meanInterval = (values: readonly number[]): ConfidenceInterval => {
  const estimate = meanOf(values);
  let squares = 0;
  for (const value of values) squares += (value - estimate) * (value - estimate);
  const reach = Z_95 * Math.sqrt(squares / (values.length - 1) / values.length);
  return { estimate, low: estimate - reach, high: estimate + reach };
};

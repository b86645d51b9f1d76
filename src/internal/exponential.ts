// biome-ignore lint/suspicious/noApproximativeNumericConstant: Math.LN2 is spelt out, as no engine's Math is asked
const LN_2 = 0.6931471805599453;

/** Below it the result is less than the least number above 0. */
const LEAST = -746;

/**
 * e to the power of a number that is 0 or less, by + - * / alone: `Math.exp` may differ in the last bit from one engine to
 * the next.
 *
 * e^x = 2^k e^r with |r| at most half of ln 2, so r^16/16! is below the last bit of the sum.
 */
export const exponential = (x: number): number => {
  if (x < LEAST) return 0;
  const halvings = Math.floor(0.5 - x / LN_2);
  const rest = x + halvings * LN_2;
  let result = 1;
  for (let n = 15; n >= 1; n -= 1) result = 1 + (result * rest) / n;
  for (let i = 0; i < halvings; i += 1) result /= 2;
  return result;
};

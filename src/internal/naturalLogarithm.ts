// biome-ignore lint/suspicious/noApproximativeNumericConstant: Math.LN2 is spelt out, as no engine's Math is asked
const LN_2 = 0.6931471805599453;

/**
 * The natural logarithm of a finite number above 0, by + - * / alone: `Math.log` may differ in the last bit
 * from one engine to the next.
 *
 * With x = m * 2^k and m from 3/4 to 3/2, ln x = k ln 2 + 2 artanh z for z = (m - 1)/(m + 1). |z| is at most
 * 0.2, so the term z^25/25 is below the last bit of the first.
 */
export const naturalLogarithm = (x: number): number => {
  let mantissa = x;
  let exponent = 0;
  for (; mantissa > 1.5; exponent += 1) mantissa /= 2;
  for (; mantissa < 0.75; exponent -= 1) mantissa *= 2;
  const z = (mantissa - 1) / (mantissa + 1);
  let series = 0;
  for (let odd = 23; odd >= 1; odd -= 2) series = series * z * z + 1 / odd;
  return exponent * LN_2 + 2 * z * series;
};

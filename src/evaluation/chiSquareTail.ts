import { exponential } from "../internal/exponential.js";
import { naturalLogarithm } from "../internal/naturalLogarithm.js";

/** Of the square root of pi, which is gamma of 1/2. */
const LN_SQRT_PI = 0.5723649429247001;

/** The logarithm of gamma at half a whole number above 0. */
const lnGammaOfHalf = (halves: number): number => {
  let sum = halves % 2 === 0 ? 0 : LN_SQRT_PI;
  for (let at = halves % 2 === 0 ? 2 : 1; at < halves; at += 2) sum += naturalLogarithm(at / 2);
  return sum;
};

/** Below this nothing is added to a sum of about 1. */
const VANISHING = 1e-17;

/** A denominator must not be 0. */
const TINY = 1e-300;

const MOST_STEPS = 100_000;

/** gamma(a, y) / (y^a e^-y) by its series, which is quick for y < a + 1. */
const lowerSeries = (a: number, y: number): number => {
  let [term, sum] = [1 / a, 1 / a];
  for (let i = 1; i < MOST_STEPS && term > sum * VANISHING; i += 1) {
    term *= y / (a + i);
    sum += term;
  }
  return sum;
};

/** Gamma(a, y) / (y^a e^-y) by its continued fraction, which is quick elsewhere; Lentz's way of reckoning it. */
const upperFraction = (a: number, y: number): number => {
  let b = y + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < MOST_STEPS; i += 1) {
    const n = -i * (i - a);
    b += 2;
    d = 1 / (n * d + b || TINY);
    c = b + n / c || TINY;
    h *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return h;
};

/**
 * How likely chi-square with so many degrees of freedom is at least `statistic`.
 *
 * @see M. Abramowitz, I. A. Stegun, "Handbook of Mathematical Functions", 1964, 6.5 and 26.4
 */
export const chiSquareTail = (statistic: number, degreesOfFreedom: number): number => {
  const [a, y] = [degreesOfFreedom / 2, statistic / 2];
  if (y <= 0) return 1;
  const logarithm = a * naturalLogarithm(y) - y - lnGammaOfHalf(degreesOfFreedom);
  const factor = logarithm > 0 ? 1 / exponential(-logarithm) : exponential(logarithm);
  return y < a + 1 ? Math.max(0, 1 - factor * lowerSeries(a, y)) : factor * upperFraction(a, y);
};

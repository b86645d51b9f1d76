import { exponential } from "../internal/exponential.js";
import { naturalLogarithm } from "../internal/naturalLogarithm.js";
import { drawNormal } from "./normal.js";
import type { Stream } from "./stream.js";

/** For a shape of 1 or more: a cubed normal, of which a few are rejected. */
const drawLarge = (shape: number, stream: Pick<Stream, "next">): number => {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(stream);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = 1 - stream.next();
    const square = x * x;
    if (u < 1 - 0.0331 * square * square) return d * v;
    if (naturalLogarithm(u) < square / 2 + d * (1 - v + naturalLogarithm(v))) return d * v;
  }
};

/**
 * A draw from the gamma distribution of this shape, 0 or more, and scale 1: exact but for rounding. For a shape below 1
 * the draw for one more, times a uniform to the power of 1 / shape; for 0 always 0.
 *
 * @see G. Marsaglia, W. W. Tsang, "A Simple Method for Generating Gamma Variables", ACM Transactions on Mathematical
 * Software 26(3), 2000, https://doi.org/10.1145/358407.358414
 */
export const drawGamma = (shape: number, stream: Pick<Stream, "next">): number => {
  if (shape >= 1) return drawLarge(shape, stream);
  if (shape <= 0) return 0;
  const whole = drawLarge(shape + 1, stream);
  return whole * exponential(naturalLogarithm(1 - stream.next()) / shape);
};

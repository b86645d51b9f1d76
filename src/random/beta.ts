import { drawGamma } from "./gamma.js";
import type { Stream } from "./stream.js";

/**
 * A draw from the beta distribution, from 0 to 1: how likely a success may be of which so many were seen, and so many
 * failures. Parts are fine; one of the two must be above 0.
 */
export const drawBeta = (successes: number, failures: number, stream: Pick<Stream, "next">): number => {
  const x = drawGamma(successes, stream);
  const y = drawGamma(failures, stream);
  // Both may be too small for a number where both shapes are tiny: then what is expected.
  return x + y > 0 ? x / (x + y) : successes / (successes + failures);
};

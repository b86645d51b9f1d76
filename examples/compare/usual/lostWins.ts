import type { Candidate } from "../../../src/index.js";
import { estimatesFrom } from "../../../src/performance/estimates.js";
import { shapesOf } from "../../../src/performance/shapes.js";
import { drawBeta } from "../../../src/random/beta.js";
import { streamFrom } from "../../../src/random/stream.js";

/** Who wins how much of what is dealt, and by which luck. */
export interface Run {
  readonly rates: readonly number[];
  readonly leads: number;
  readonly seed: number;
  /** What is usual counts for so many leads at most. */
  readonly most: number;
}

const largestIn = (drawn: readonly number[]): number => drawn.indexOf(Math.max(...drawn));

/**
 * The wins lost against giving every lead to the best, by the draws of `thompson` but for how much what is usual
 * may count. What came of a lead is known before the next comes in.
 */
export const lostWins = ({ rates, leads, seed, most }: Run): number => {
  const reps = rates.map((_, place): Candidate => {
    const id = `rep ${place}`;
    return { id, rep: { id }, weight: 1, place };
  });
  const seen = rates.map(() => ({ leads: 0, won: 0 }));
  const draws = streamFrom(`draws ${seed}`);
  const luck = streamFrom(`luck ${seed}`);
  const best = Math.max(...rates);
  let lost = 0;
  for (let n = 0; n < leads; n += 1) {
    const estimateOf = estimatesFrom(reps, seen);
    const place = largestIn(
      reps.map((rep) => {
        const { successes, failures } = shapesOf(estimateOf(rep), most);
        return drawBeta(successes, failures, draws);
      }),
    );
    const [rate, own] = [rates[place] as number, seen[place] as (typeof seen)[number]];
    own.leads += 1;
    if (luck.next() < rate) own.won += 1;
    lost += best - rate;
  }
  return lost;
};

import type { Candidate } from "../model/selector.js";

/** Totals do not show how much one value differs from the next, so what is usual weighs a fixed number of them. */
const USUAL_WEIGHS = 5;

/** How many of something were seen of a rep, and what they came to. */
interface Counted {
  readonly times: number;
  readonly total: number;
}

/**
 * What one of something comes to for each rep of the roster: the mean of those seen, drawn to the mean of all, so that
 * whoever had one large deal does not stand for the whole. 0 where nobody has any.
 */
export const meansOf = (
  reps: readonly Candidate[],
  countedOf: (rep: Candidate) => Counted,
): ((rep: Candidate) => number) => {
  const all = { times: 0, total: 0 };
  for (const rep of reps) {
    const { times, total } = countedOf(rep);
    all.times += times;
    all.total += total;
  }
  const usual = all.times === 0 ? 0 : all.total / all.times;
  return (rep) => {
    const { times, total } = countedOf(rep);
    return (USUAL_WEIGHS * usual + total) / (USUAL_WEIGHS + times);
  };
};

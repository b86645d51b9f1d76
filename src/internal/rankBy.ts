import type { Candidate, Ranking } from "../model/selector.js";

/** Negative when `a` comes before `b`; never 0 for two candidates, so that every order is determined. */
export type Before = (a: Candidate, b: Candidate) => number;

const bestTwo = (before: Before, candidates: readonly Candidate[]): readonly Candidate[] => {
  let first: Candidate | undefined;
  let second: Candidate | undefined;
  for (const candidate of candidates) {
    if (first === undefined || before(candidate, first) < 0) {
      second = first;
      first = candidate;
    } else if (second === undefined || before(candidate, second) < 0) second = candidate;
  }
  return [first, second].filter((candidate) => candidate !== undefined);
};

/**
 * Ranks lazily: a push reads the first two places, which takes one walk; whoever reads on pays for a sort.
 */
export const rankBy = (before: Before, candidates: readonly Candidate[]): Ranking => {
  let head: readonly Candidate[] | undefined;
  let sorted: readonly Candidate[] | undefined;
  return {
    length: candidates.length,
    at: (place) => {
      if (place < 2 && sorted === undefined) {
        head ??= bestTwo(before, candidates);
        return head[place];
      }
      sorted ??= [...candidates].sort(before);
      return sorted[place];
    },
  };
};

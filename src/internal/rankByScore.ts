/**
 * Which of two with the same score comes first, by their places: below 0 for the former, 0 where nothing but the id
 * decides.
 */
type Ties = (a: number, b: number) => number;

/** The places of the two best, the earlier first where nothing else decides; -1 where there is none. */
const bestTwo = (scores: readonly number[], ties: Ties | undefined): readonly [number, number] => {
  const isBefore = (i: number, other: number): boolean => {
    const score = scores[i] as number;
    const best = scores[other] as number;
    return score > best || (score === best && ties !== undefined && ties(i, other) < 0);
  };
  let first = -1;
  let second = -1;
  for (let i = 0; i < scores.length; i += 1) {
    if (first < 0 || isBefore(i, first)) {
      second = first;
      first = i;
    } else if (second < 0 || isBefore(i, second)) second = i;
  }
  return [first, second];
};

/** Who comes first, read by place, as a {@link Ranking} of candidates is. */
export interface Ranked<A> {
  readonly length: number;
  readonly at: (place: number) => A | undefined;
}

/**
 * Ranks candidates, given in the order of their ids, by score: the largest first, then by `ties` where given, then
 * the smaller id.
 *
 * Lazily: a push reads the first two places, which takes one walk; whoever reads on pays for a sort.
 */
export const rankByScore = <A>(
  candidates: readonly A[],
  scores: readonly number[],
  ties?: Ties,
): Ranked<A> => {
  let head: readonly [number, number] | undefined;
  let sorted: readonly number[] | undefined;
  const byScore = (a: number, b: number): number =>
    (scores[b] as number) - (scores[a] as number) || (ties?.(a, b) ?? 0) || a - b;
  return {
    length: candidates.length,
    at: (place) => {
      if (place < 0) return undefined;
      if (place < 2) {
        head ??= bestTwo(scores, ties);
        return candidates[head[place] as number];
      }
      sorted ??= scores.map((_, i) => i).sort(byScore);
      return candidates[sorted[place] as number];
    },
  };
};

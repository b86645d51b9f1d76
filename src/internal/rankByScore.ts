/** The places of the two largest scores, the earlier first on ties; -1 where there is none. */
const bestTwo = (scores: readonly number[]): readonly [number, number] => {
  let first = -1;
  let second = -1;
  for (let i = 0; i < scores.length; i += 1) {
    const score = scores[i] as number;
    if (first < 0 || score > (scores[first] as number)) {
      second = first;
      first = i;
    } else if (second < 0 || score > (scores[second] as number)) second = i;
  }
  return [first, second];
};

/** Who comes first, read by place, as a {@link Ranking} of candidates is. */
export interface Ranked<A> {
  readonly length: number;
  readonly at: (place: number) => A | undefined;
}

/**
 * Ranks candidates, given in the order of their ids, by score: the largest first, then the smaller id.
 *
 * Lazily: a push reads the first two places, which takes one walk; whoever reads on pays for a sort.
 */
export const rankByScore = <A>(candidates: readonly A[], scores: readonly number[]): Ranked<A> => {
  let head: readonly [number, number] | undefined;
  let sorted: readonly number[] | undefined;
  const byScore = (a: number, b: number): number => (scores[b] as number) - (scores[a] as number) || a - b;
  return {
    length: candidates.length,
    at: (place) => {
      if (place < 0) return undefined;
      if (place < 2) {
        head ??= bestTwo(scores);
        return candidates[head[place] as number];
      }
      sorted ??= scores.map((_, i) => i).sort(byScore);
      return candidates[sorted[place] as number];
    },
  };
};

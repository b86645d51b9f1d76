import type { Ranked } from "../../../internal/rankByScore.js";
import type { Candidate, Ranking } from "../../../model/selector.js";

/** Groups, best first, each with the order of its members. */
type Groups = Ranked<{ readonly ranking: Ranking }>;

/** Group by group, and nobody twice. */
export function* inARow(groups: Groups): Generator<Candidate> {
  const seen = new Set<number>();
  for (let place = 0; place < groups.length; place += 1) {
    const { ranking } = groups.at(place) as { readonly ranking: Ranking };
    for (let i = 0; i < ranking.length; i += 1) {
      const candidate = ranking.at(i) as Candidate;
      if (!seen.has(candidate.place)) yield candidate;
      seen.add(candidate.place);
    }
  }
}

/** The same as a ranking of so many: walked as far as it is read. */
export const chained = (groups: Groups, length: number): Ranking => {
  const walk = inARow(groups);
  const found: Candidate[] = [];
  return {
    length,
    at: (place) => {
      while (found.length <= place) {
        const { value, done } = walk.next();
        if (done === true) return undefined;
        found.push(value);
      }
      return found[place];
    },
  };
};

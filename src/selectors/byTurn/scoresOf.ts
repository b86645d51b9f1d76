import type { Candidate, Ranking } from "../../model/selector.js";

/** A score for an order that no one number makes: how many stand behind, without those who tie. */
export const scoresOf = (
  ranking: Ranking,
  isTie: (before: Candidate, after: Candidate) => boolean,
): ((candidate: Candidate) => number) => {
  const scores = new Map<Candidate, number>();
  let after: Candidate | undefined;
  for (let place = ranking.length - 1; place >= 0; place -= 1) {
    const candidate = ranking.at(place) as Candidate;
    const ties = after !== undefined && isTie(candidate, after);
    scores.set(candidate, ties ? (scores.get(after as Candidate) as number) : ranking.length - 1 - place);
    after = candidate;
  }
  return (candidate) => scores.get(candidate) ?? 0;
};

import type { Candidate, Ranking } from "../model/selector.js";

/** A score for an order that no one number makes: how many stand behind, without those who tie. */
export const scoresOf = (
  ranking: Ranking,
  isTie: (before: Candidate, after: Candidate) => boolean,
): ((candidate: Candidate) => number) => {
  const scores = new Map<number, number>();
  let after: Candidate | undefined;
  for (let place = ranking.length - 1; place >= 0; place -= 1) {
    const candidate = ranking.at(place) as Candidate;
    const ties = after !== undefined && isTie(candidate, after);
    const behind = ranking.length - 1 - place;
    scores.set(candidate.place, ties ? (scores.get(after?.place as number) as number) : behind);
    after = candidate;
  }
  return (candidate) => scores.get(candidate.place) ?? 0;
};

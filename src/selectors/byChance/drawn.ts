import type { Candidate, Ranking } from "../../model/selector.js";

/** A ranking whose places are drawn when they are read, each once, and those before it first. */
export const drawn = (length: number, next: () => Candidate): Ranking => {
  const order: Candidate[] = [];
  return {
    length,
    at: (place) => {
      if (place >= length) return undefined;
      while (order.length <= place) order.push(next());
      return order[place];
    },
  };
};

/** At which place of a ranking each of its candidates stands; -1 for all others. */
export const placesOf = (ranking: Ranking): ((candidate: Candidate) => number) => {
  const places = new Map<number, number>();
  for (let i = 0; i < ranking.length; i += 1) places.set((ranking.at(i) as Candidate).place, i);
  return ({ place }) => places.get(place) ?? -1;
};

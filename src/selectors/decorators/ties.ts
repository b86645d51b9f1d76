import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import type { Candidate, Merit, OrderQuestion, Ranking, Selector } from "../../model/selector.js";
import { placesOf } from "../byChance/drawn.js";
import { amongTakers, byPlace } from "./both.js";

type Merits = NonNullable<Selector["merits"]>;

/** What the first selector says of a question. */
export interface Field {
  readonly question: OrderQuestion;
  readonly ranking: Ranking;
  /** Those whom it lets take a turn: by id where that is everybody, else in its order. */
  readonly takers: readonly Candidate[];
  readonly meritOf: (candidate: Candidate) => Merit;
  /** The place in its order; the whole of it is read. */
  readonly placeOf: (candidate: Candidate) => number;
}

export const wholeOf = (ranking: Ranking): readonly Candidate[] =>
  Array.from({ length: ranking.length }, (_, place) => ranking.at(place) as Candidate);

/** Whoever is only owed a part is compared as well, so that those who would tie share in the tie. */
const meritsAmong = (merits: Merits, question: OrderQuestion): Field["meritOf"] => {
  const { candidates, owed } = question;
  if (owed.length === 0) return merits(question);
  const entitled = [...candidates, ...owed.map(({ rep }) => rep)].sort(byPlace);
  return merits({ ...question, candidates: isNonEmpty(entitled) ? entitled : candidates, owed: [] });
};

/** Nothing where nobody takes turns. */
export const fieldOf = (first: Selector, merits: Merits, asked: OrderQuestion): Field | undefined => {
  const question = amongTakers(asked);
  if (question === undefined) return undefined;
  const ranking = first.order(question);
  const isEverybody = ranking.length === question.candidates.length;
  const takers = isEverybody ? question.candidates : wholeOf(ranking);
  let places: ReturnType<typeof placesOf> | undefined;
  const placeOf = (candidate: Candidate): number => {
    places ??= placesOf(ranking);
    return places(candidate);
  };
  return { question, ranking, takers, meritOf: meritsAmong(merits, question), placeOf };
};

/** The second's question about those who tie; nothing where that is nobody. */
export const amongTied = <Q extends OrderQuestion>(
  asked: Q,
  tied: readonly Candidate[],
  meritOf: Field["meritOf"],
  score: number,
): Q | undefined => {
  const candidates = [...tied].sort(byPlace);
  if (!isNonEmpty(candidates)) return undefined;
  const owed = asked.owed.filter(({ rep }) => rep.weight > 0 && meritOf(rep).score === score);
  return { ...asked, candidates, owed };
};

/** Those who tie, as the second orders them. */
export const settled = (
  second: Selector,
  { question, meritOf, placeOf }: Field,
  tied: readonly Candidate[],
  score: number,
): Ranking => {
  const among = tied.length < 2 ? undefined : amongTied(question, tied, meritOf, score);
  if (among === undefined) return tied;
  const ranking = second.order(among);
  if (ranking.length === tied.length) return ranking;
  const before = wholeOf(ranking);
  const behind = new Set(before);
  const others = tied.filter((candidate) => !behind.has(candidate));
  return [...before, ...others.sort((a, b) => placeOf(a) - placeOf(b))];
};

/** Everybody in the first's order, those of one score together: beside those who are only owed a part, others may stand between them. */
export const tiesIn = ({ ranking, meritOf }: Field): readonly (readonly Candidate[])[] => {
  const ties = new Map<number, Candidate[]>();
  for (const candidate of wholeOf(ranking)) {
    const { score } = meritOf(candidate);
    const tie = ties.get(score);
    if (tie === undefined) ties.set(score, [candidate]);
    else tie.push(candidate);
  }
  return [...ties.values()];
};

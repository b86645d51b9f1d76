import { rankByScore } from "../../internal/rankByScore.js";
import type { RepId } from "../../model/id.js";
import type { Candidate, OrderQuestion, Selector } from "../../model/selector.js";

/** The place of each id on a list, best first; an id that stands there twice has its first place. */
export const placesOn = (ids: readonly RepId[]): ReadonlyMap<RepId, number> => {
  const places = new Map<RepId, number>();
  for (const id of ids) if (!places.has(id)) places.set(id, places.size);
  return places;
};

interface List {
  readonly placesFor: (question: OrderQuestion) => ReadonlyMap<RepId, number>;
  /** Whether those who are not on the list take a turn, behind all who are. */
  readonly withOthers: boolean;
  readonly says: (place: number | undefined) => string;
}

/**
 * The order of a list; those who are not on it by id. Nothing is booked: a turn is the taker's whole, and costs
 * nothing.
 */
export const byList = ({
  placesFor,
  withOthers,
  says,
}: List): Required<Pick<Selector, "order" | "book" | "merits">> => {
  const takes = (places: ReadonlyMap<RepId, number>, { id, weight }: Candidate): boolean =>
    weight > 0 && (withOthers || places.has(id));
  const scoreOf = (places: ReadonlyMap<RepId, number>, { id }: Candidate): number =>
    0 - (places.get(id) ?? places.size);
  return {
    order: (question) => {
      const places = placesFor(question);
      const taking = question.candidates.filter((candidate) => takes(places, candidate));
      return rankByScore(
        taking,
        taking.map((candidate) => scoreOf(places, candidate)),
      );
    },
    book: (question) => ({ share: takes(placesFor(question), question.taker) ? 1 : 0, price: 0 }),
    merits: (question) => {
      const places = placesFor(question);
      return (candidate) => ({
        score: scoreOf(places, candidate),
        share: takes(places, candidate) ? 1 : 0,
        says: says(places.get(candidate.id)),
      });
    },
  };
};

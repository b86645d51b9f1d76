import type { Candidate, Selector } from "../../model/selector.js";
import { drawn, placesOf } from "./drawn.js";
import { type DrawOptions, drawsOf } from "./draws.js";
import { urnOf } from "./urn.js";

/** How many chances a candidate has: a whole number; 0 takes no turn. */
type ChancesOf = (candidate: Candidate) => number;

/** The order that comes of drawing candidates by their chances, one after the other, without putting them back. */
export const byWeight = (name: string, chancesOf: ChancesOf, options?: DrawOptions): Selector => {
  const draws = drawsOf(name, options);
  const totalOf = (candidates: readonly Candidate[]): number =>
    candidates.reduce((sum, candidate) => sum + chancesOf(candidate), 0);
  const order: Selector["order"] = (question) => {
    const taking = question.candidates.filter((candidate) => chancesOf(candidate) > 0);
    const urn = urnOf(taking.map(chancesOf));
    const stream = draws.forOrder(question, taking.length);
    return drawn(taking.length, () => taking[urn.take(stream.next())] as Candidate);
  };
  return {
    name,
    byChance: true,
    literals: draws.literals,
    order,
    book: ({ candidates, taker, ledger }) => ({
      share: chancesOf(taker) === 0 ? 0 : chancesOf(taker) / totalOf(candidates),
      price: 0,
      ...draws.afterTurn(ledger),
    }),
    merits: (question) => {
      const ranking = order(question);
      const placeOf = placesOf(ranking);
      const total = totalOf(question.candidates);
      return (candidate) => {
        const chances = chancesOf(candidate);
        const place = placeOf(candidate);
        if (place < 0) return { score: 0, share: 0, says: "takes no turn" };
        return {
          score: ranking.length - place,
          share: chances / total,
          says: `was drawn as number ${place + 1} of ${ranking.length}, with ${chances} of ${total} chances to be the first`,
        };
      };
    },
  };
};

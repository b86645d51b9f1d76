import { LazyMerit } from "../../internal/lazyMerit.js";
import { rankByScore } from "../../internal/rankByScore.js";
import type { Selector } from "../../model/selector.js";
import { type RatingOptions, raterOf } from "../../performance/rating.js";
import { notedBy } from "../decorators/decorated.js";

/**
 * Gives the lead to whoever wins the most of its leads, as far as what was seen shows.
 *
 * @since 0.1.0
 */
export const topProducer = (options: RatingOptions = {}): Selector => {
  const { ratingsFor, literals, evidence } = raterOf("topProducer", options);
  return {
    name: "topProducer",
    literals,
    order: (question) => {
      const ratingOf = ratingsFor(question);
      const taking = question.candidates.filter(({ weight }) => weight > 0);
      return rankByScore(
        taking,
        taking.map((rep) => ratingOf(rep).score),
      );
    },
    book: ({ taker }) => ({ share: taker.weight > 0 ? 1 : 0, price: 0 }),
    merits: (question) => {
      const ratingOf = ratingsFor(question);
      return (rep) => {
        const rating = ratingOf(rep);
        return new LazyMerit(rating.score, rep.weight > 0 ? 1 : 0, () => rating.says);
      };
    },
    ...notedBy(evidence),
  };
};

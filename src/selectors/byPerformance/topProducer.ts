import { LazyMerit } from "../../internal/lazyMerit.js";
import { rankByScore } from "../../internal/rankByScore.js";
import type { Selector } from "../../model/selector.js";
import { type RatingOptions, raterOf } from "../../performance/rating.js";
import { notedBy } from "../decorators/decorated.js";

/**
 * Gives the lead to whoever wins the largest part of its leads, as far as what was seen shows.
 *
 * By default that is the low end of what the rate may be, so that a few lucky leads rank nobody first; `by` says what
 * else may count. Rates, not totals, since totals depend on what was dealt. Ties go to the smaller id. A rep of weight
 * 0 takes no turn; other weights make no difference.
 *
 * @remarks
 * - **Units:** a rate from 0 to 1; value in the currency of the outcomes; milliseconds.
 * - **State:** what the evidence remembers. The share is 1 and the price 0; a turn that was lost changes nothing.
 * - **Errors:** a `RangeError` for options that are none; a problem that names the selector where evidence gives what
 *   is no amount, or more won than leads.
 * - **Promise:** by the low end, 1 of 1 never stands above 90 of 100 (where segments count: 90 of 100 of the lead's
 *   segment), whoever else is there. None of fairness: the first has every lead that it may have, and by the low end
 *   a newcomer none. Put {@link floorShare} round it, so that everybody has some and there is something to learn
 *   from; {@link thompson} learns by itself.
 * - **Cost:** O(reps), whoever the candidates are.
 *
 * @see E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the American
 * Statistical Association 22, 1927, https://doi.org/10.1080/01621459.1927.10502953
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: topProducer() });
 * const reps = [
 *   { id: "ann", performance: { leads: 1, won: 1 } },
 *   { id: "bob", performance: { leads: 100, won: 90 } },
 *   { id: "cyd", performance: { leads: 1000, won: 300 } },
 * ];
 * explanationText(unwrap(explain(strategy, { id: "l1", receivedAtMs: 0 }, { reps }, emptyState({ seed: "s" })))).split("\n");
 * // => ["Lead l1 goes to bob.",
 * //     "1. bob won 90 of 100 leads, which is at least 82.6 %.",
 * //     "2. cyd won 300 of 1000 leads, which is at least 27.2 %.",
 * //     "3. ann won 1 of 1 leads, which is at least 20.7 %."]
 * ```
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
        return new LazyMerit(rating.score, rep.weight > 0 ? 1 : 0, rating.says);
      };
    },
    ...notedBy(evidence),
  };
};

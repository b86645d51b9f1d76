import { demand } from "../../internal/demand.js";
import { LazyMerit } from "../../internal/lazyMerit.js";
import { rankByScore } from "../../internal/rankByScore.js";
import type { OrderQuestion, Selector } from "../../model/selector.js";
import { basisOf, percent, type RatingOptions, seenText } from "../../performance/rating.js";
import { type Shapes, shapesOf } from "../../performance/shapes.js";
import { drawBeta } from "../../random/beta.js";
import { type DrawOptions, drawsOf } from "../byChance/draws.js";
import { notedBy } from "../decorators/decorated.js";

/**
 * Options of {@link thompson}.
 *
 * @since 0.1.0
 */
export interface ThompsonOptions
  extends DrawOptions,
    Pick<RatingOptions, "evidence" | "leastLeadsInSegment"> {
  /**
   * How often the draws are made again to see how often each rep comes first: a whole number from 1 to 10,000. Absent:
   * 100, by which a share of 0.5 is off by about 0.05 and one of 0.1 by 0.03; of 10,000 it is a tenth of that.
   */
  readonly propensityDraws?: number;
}

/**
 * What is usual counts for so many leads at most. More would be right where reps do not differ, where it makes no
 * difference whom one takes; where they do, it makes the learner slow to believe it.
 */
const MOST_USUAL_LEADS = 30;

/** So many draws are made for one share at most, so that a hundred thousand candidates have an answer soon. */
const MOST_DRAWS = 1_000_000;

/** Which of so many draws, made in their order, is the largest; the earlier of equals. */
const firstOf = (many: number, drawAt: (place: number) => number): number => {
  let [first, most] = [0, Number.NEGATIVE_INFINITY];
  for (let place = 0; place < many; place += 1) {
    const drawn = drawAt(place);
    if (drawn > most) [first, most] = [place, drawn];
  }
  return first;
};

/**
 * Draws for each rep how likely it is to win the lead, from what is known of it, and the largest draw comes first.
 *
 * Where little is known a draw may fall anywhere, so a newcomer has its turns; where much is known it falls near what
 * was seen, so whoever wins most has most leads. What is usual among the others counts for up to 30 leads of a rep's
 * own, the less the more reps differ. A rep of weight 0 takes no turn; other weights make no difference. Ties, which
 * draws do not have, would go to the smaller id.
 *
 * @remarks
 * - **Units:** probabilities; a draw for won of leads, drawn to what is usual, from the beta distribution, exact but
 *   for rounding.
 * - **State:** nothing, or four numbers for the ledger with `draws: "perTurn"`, and what the evidence remembers.
 * - **Share:** how often the rep came first of the actual draws and `propensityDraws` more, so whoever was drawn first
 *   never has 0: the propensity, for whoever learns from decisions. The price is 0. A turn that is lost changes
 *   nothing.
 * - **Errors:** a `RangeError` for options that are none; a problem that names the selector where evidence gives what
 *   is no amount, or more won than leads, and where the four numbers of the state are none that draws lead to.
 * - **Promise:** what is lost against always taking the best rep grows like the logarithm of the number of leads, as
 *   far as each lead's outcome comes, however late. Reps have no floor: put {@link floorShare} round it.
 * - **Cost:** O(reps) for what is to be expected, one draw for each candidate, and for the share as many as
 *   `propensityDraws` for each of them, at most a million in all: beyond that the share is known less well.
 *
 * @see S. Agrawal, N. Goyal, "Analysis of Thompson Sampling for the Multi-armed Bandit Problem", COLT 2012,
 * https://proceedings.mlr.press/v23/agrawal12.html
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: thompson() });
 * const ann = { id: "ann", performance: { leads: 200, won: 60 } };
 * const bob = { id: "bob", performance: { leads: 200, won: 30 } };
 * const roster = { reps: [ann, bob, { id: "cyd" }] };
 * const state = emptyState({ seed: "2026" });
 * const taker = (id: string) => holderOf(unwrap(strategy({ id, receivedAtMs: 0 }, roster, state)).decision);
 * ["l1", "l2", "l3", "l4", "l1"].map(taker); // => ["cyd", "cyd", "ann", "ann", "cyd"]
 * ```
 *
 * @since 0.1.0
 */
export const thompson = (options: ThompsonOptions = {}): Selector => {
  const { propensityDraws = 100 }: ThompsonOptions = Object(options);
  demand(
    Number.isInteger(propensityDraws) && propensityDraws >= 1 && propensityDraws <= 10_000,
    "thompson: propensityDraws must be a whole number from 1 to 10,000",
  );
  const { evidence, estimatesFor, literals } = basisOf("thompson", options);
  const draws = drawsOf("thompson", options);
  const drawnFor = (question: OrderQuestion) => {
    const estimateOf = estimatesFor(question);
    const taking = question.candidates.filter(({ weight }) => weight > 0);
    const shapes = taking.map((rep) => shapesOf(estimateOf(rep), MOST_USUAL_LEADS));
    const stream = draws.forOrder(question, taking.length);
    const drawAt = (place: number): number => {
      const { successes, failures } = shapes[place] as Shapes;
      return drawBeta(successes, failures, stream);
    };
    return { taking, scores: taking.map((_, place) => drawAt(place)), drawAt, estimateOf };
  };
  /**
   * How often each of those who take turns comes first, of the draws that were made and as many more as are asked for.
   */
  const sharesFor = ({ taking, scores, drawAt }: ReturnType<typeof drawnFor>) => {
    const firsts = taking.map(() => 0);
    const more = Math.min(propensityDraws, Math.floor(MOST_DRAWS / taking.length));
    for (let i = 0; i <= more; i += 1) {
      const first = firstOf(taking.length, i === 0 ? (place) => scores[place] as number : drawAt);
      firsts[first] = (firsts[first] as number) + 1;
    }
    return firsts.map((times) => times / (more + 1));
  };
  return {
    name: "thompson",
    byChance: true,
    literals: { ...draws.literals, ...literals, propensityDraws },
    order: (question) => {
      const { taking, scores } = drawnFor(question);
      return rankByScore(taking, scores);
    },
    book: (question) => {
      const isDrawn = question.taker.weight > 0;
      const drawn = isDrawn ? drawnFor(question) : undefined;
      const at = drawn?.taking.indexOf(question.taker) ?? -1;
      const share = drawn === undefined ? 0 : (sharesFor(drawn)[at] ?? 0);
      return { share, price: 0, ...draws.afterTurn(question.ledger) };
    },
    merits: (question) => {
      const drawn = drawnFor(question);
      const shares = drawn.taking.length === 0 ? [] : sharesFor(drawn);
      const at = new Map(drawn.taking.map((rep, i) => [rep.place, i]));
      return (rep) => {
        const i = at.get(rep.place);
        if (i === undefined) return { score: -1, share: 0, says: "takes no turn" };
        const score = drawn.scores[i] as number;
        const { seen } = drawn.estimateOf(rep);
        return new LazyMerit(
          score,
          shares[i] as number,
          () => `drew ${percent(score)} of what it may win, having won ${seenText(seen)}`,
        );
      };
    },
    ...notedBy(evidence),
  };
};

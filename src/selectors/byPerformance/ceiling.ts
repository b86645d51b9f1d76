import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import { CREDITS_PER_LEAD, creditsPerWeight } from "../../internal/credits.js";
import { demand } from "../../internal/demand.js";
import { LazyMerit } from "../../internal/lazyMerit.js";
import { rankByScore } from "../../internal/rankByScore.js";
import type { BookQuestion, Candidate, OrderQuestion, Ranking, Selector } from "../../model/selector.js";
import { placesOf } from "../byChance/drawn.js";
import { decoratedAs, demandSelector } from "../decorators/decorated.js";

/**
 * Options of {@link ceiling}.
 *
 * @since 0.1.0
 */
export interface CeilingOptions {
  /**
   * How many leads more than its ceiling a rep may have, from 1 to 10,000. Absent: 1. The more, the longer a run of
   * luck may last.
   */
  readonly slackLeads?: number;
}

/** What was had beyond the ceiling, in credits; negative for whoever is below it. */
const CEILING = "ceiling";

/**
 * Nobody saves up more than so many leads, so that all stays exact; that lowers nobody's ceiling for the next hundred
 * thousand.
 */
const LEAST = -100_000 * CREDITS_PER_LEAD;

interface Heights {
  readonly taking: readonly Candidate[];
  /** What each would have beyond its ceiling without this lead, its part of the lead counted. */
  readonly before: readonly number[];
  readonly price: number;
}

const heightsIn = ({ candidates, ledger }: OrderQuestion, most: number): Heights => {
  const taking = candidates.filter(({ weight }) => weight > 0);
  const total = taking.reduce((sum, { weight }) => sum + weight, 0);
  const perWeight = creditsPerWeight(total);
  const allowed = Math.floor(perWeight * most);
  const before = taking.map((rep) => Math.max(LEAST, ledger.number(CEILING, rep) - rep.weight * allowed));
  return { taking, before, price: total * perWeight };
};

/** Those whom the lead would not take beyond their ceiling, and all others, who step back. */
interface Halves {
  readonly below: readonly Candidate[];
  readonly above: Ranking;
  readonly heights: Heights;
}

/**
 * Keeps anybody from having much more than its fair share, and otherwise lets another selector decide.
 *
 * Whoever would have more than `most` times its fair share, and `slackLeads` more, steps back behind all who would not.
 * Of those who step back whoever is the least above its ceiling comes first; ties go to the smaller id. So where nobody
 * else may have a lead, it is still given. A rep of weight 0 takes no turn.
 *
 * @remarks
 * - **Units:** `most` is how many times, from 1 to 1,000; `slackLeads` leads; kept in whole credits,
 *   {@link CREDITS_PER_LEAD} a lead.
 * - **State:** a number for each rep, and what the other selector remembers. The other is told of all leads.
 * - **Promise:** whatever the filters leave, whatever the other selector does and however weights change, at every
 *   moment nobody has had more than `most` times its fair share and `slackLeads + n - 1` leads, n being the reps who
 *   ever took part; with no filters, never more than `slackLeads` above. Exactly so in credits; `most` is rounded down
 *   by less than one credit per unit of weight.
 * - **Share:** the other's among those who do not step back; 0 for all others, or 1 for the first where all step back.
 * - **Ends it:** leads that are taken out of turn count for whoever has them; what is returned stays counted, and a
 *   turn that is lost counts as one. Another selector on the same ledger ends it as well.
 * - **Within:** no second `ceiling`, since both would keep the same numbers, and the inner ceiling would not hold.
 * - **Errors:** a `RangeError` for numbers outside those, for what is no selector, and for one that needs everybody.
 * - **Cost:** O(n), and the other's.
 *
 * To hold up whoever has little: {@link floorShare}. For the most in a day or open at once: {@link limits},
 * {@link capacity}.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: ceiling(1.5, all()) });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd" }] };
 * let state = emptyState({ seed: "s" });
 * const taken = ["l1", "l2", "l3", "l4", "l5", "l6", "l7", "l8"].map((id) => {
 *   const outcome = unwrap(strategy({ id, receivedAtMs: 0 }, roster, state));
 *   state = outcome.state;
 *   return holderOf(outcome.decision);
 * });
 * taken.join(" "); // => "ann ann bob ann bob ann bob ann"
 * ```
 *
 * @since 0.1.0
 */
export const ceiling = (most: number, selector: Selector, options: CeilingOptions = {}): Selector => {
  const { slackLeads = 1 }: CeilingOptions = Object(options);
  demand(most >= 1 && most <= 1_000, "ceiling: most must be a number from 1 to 1,000");
  demand(slackLeads >= 1 && slackLeads <= 10_000, "ceiling: slackLeads must be a number from 1 to 10,000");
  demandSelector("ceiling", selector);
  demand(
    selector.needsEverybody !== true,
    `ceiling: ${selector.name} keeps its promise among everybody only`,
  );
  const slack = Math.floor(slackLeads * CREDITS_PER_LEAD);
  const halvesOf = (question: OrderQuestion): Halves => {
    const heights = heightsIn(question, most);
    const { taking, before, price } = heights;
    const isAbove = before.map((height) => height + price > slack);
    const above = rankByScore(
      taking.filter((_, i) => isAbove[i]),
      before.filter((_, i) => isAbove[i]).map((height) => -height),
    );
    return { below: taking.filter((_, i) => !isAbove[i]), above, heights };
  };
  const ordered = (question: OrderQuestion) => {
    const { below, above, heights } = halvesOf(question);
    const first = isNonEmpty(below) ? selector.order({ ...question, candidates: below }) : below;
    const ranking: Ranking = {
      length: first.length + above.length,
      at: (place) => (place < first.length ? first.at(place) : above.at(place - first.length)),
    };
    return { ranking, below, above, first, heights };
  };
  /** The other's question about those who do not step back, or about all where the taker is none of them. */
  const asked = (question: BookQuestion, below: readonly Candidate[]): BookQuestion =>
    isNonEmpty(below) && below.includes(question.taker) ? { ...question, candidates: below } : question;
  return {
    ...(selector.byChance === true ? { byChance: true } : {}),
    ...decoratedAs("ceiling", selector, { most, slackLeads }),
    order: (question) => ordered(question).ranking,
    book: (question) => {
      const { taker } = question;
      const { below, above, heights } = halvesOf(question);
      const booking = selector.book(asked(question, below));
      if (taker.weight === 0) return booking;
      const { taking, before, price } = heights;
      const values = before.map((height, i) => (taking[i] === taker ? height + price : height));
      const isNext = below.length === 0 && above.at(0) === taker;
      return {
        ...booking,
        share: below.includes(taker) ? booking.share : Number(isNext),
        columns: [...(booking.columns ?? []), { name: CEILING, candidates: taking, values }],
      };
    },
    merits: (question) => {
      const { ranking, below, above, heights } = ordered(question);
      const placeOf = placesOf(ranking);
      const meritOf = isNonEmpty(below) ? selector.merits?.({ ...question, candidates: below }) : undefined;
      const isBelow = new Set(below);
      const heightOf = new Map(heights.taking.map((rep, i) => [rep, heights.before[i] as number]));
      return (rep) => {
        const place = placeOf(rep);
        if (place < 0) return new LazyMerit(-ranking.length, 0, () => "takes no turn");
        if (isBelow.has(rep)) {
          const merit = meritOf?.(rep);
          return new LazyMerit(-place, merit?.share ?? 0, () => merit?.says ?? "is below its ceiling");
        }
        const over = ((heightOf.get(rep) ?? 0) + heights.price) / CREDITS_PER_LEAD;
        const share = below.length === 0 && above.at(0) === rep ? 1 : 0;
        return new LazyMerit(-place, share, () => `would be ${over.toFixed(2)} leads above its ceiling`);
      };
    },
  };
};

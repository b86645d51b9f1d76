import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import { CREDITS_PER_LEAD, creditsPerWeight } from "../../internal/credits.js";
import { demand } from "../../internal/demand.js";
import { rankByScore } from "../../internal/rankByScore.js";
import type { BookQuestion, Candidate, OrderQuestion, Ranking, Selector } from "../../model/selector.js";
import { decoratedAs, demandSelector } from "../decorators/decorated.js";

/**
 * Options of {@link floorShare}.
 *
 * @since 0.1.0
 */
export interface FloorShareOptions {
  /**
   * How far behind its floor a rep is when it goes first, in leads: above 0, at most 1. Absent: 1. The less, the more
   * closely the floor is held, and the more often the learner is overruled.
   */
  readonly dueAtLeads?: number;
  /**
   * How far ahead of its floor a rep may be, in leads, from 1 to 100,000: whoever had much does not wait for its floor
   * all the longer. Absent: 100,000, so that all stays exact.
   */
  readonly mostAheadLeads?: number;
}

/** What the floor still asks for, in credits; negative for whoever is ahead of it. */
const FLOOR = "floor";

/** So many leads in credits are safe integers with room for a few more. */
const MOST_AHEAD = 100_000;

type Asked = Pick<OrderQuestion, "candidates" | "ledger">;

/** What the floors of those who take part ask for, this lead among it, and what the lead costs. */
interface Floors {
  readonly taking: readonly Candidate[];
  readonly claims: readonly number[];
  readonly price: number;
}

const floorsIn = ({ candidates, ledger }: Asked, share: number): Floors => {
  const taking = candidates.filter(({ weight }) => weight > 0);
  const total = taking.reduce((sum, { weight }) => sum + weight, 0);
  const perWeight = creditsPerWeight(total);
  const gain = Math.floor(perWeight * share);
  const claims = taking.map((rep) => ledger.number(FLOOR, rep) + rep.weight * gain);
  return { taking, claims, price: total * perWeight };
};

/** Those whose floor is due, the furthest behind first. */
const dueIn = ({ taking, claims }: Floors, atLeads: number): Ranking => {
  const at = atLeads * CREDITS_PER_LEAD;
  const due = taking.filter((_, i) => (claims[i] as number) >= at);
  return rankByScore(
    due,
    claims.filter((claim) => claim >= at),
  );
};

const all = (ranking: Ranking): readonly Candidate[] =>
  Array.from({ length: ranking.length }, (_, place) => ranking.at(place) as Candidate);

/**
 * Guarantees everybody a part of its fair share, and lets another selector decide about all the rest.
 *
 * Each lead adds `share` of a rep's fair part of it to that rep's floor, and whoever has the lead pays for the whole.
 * Whoever is a lead behind its floor goes first, the furthest behind before the others and ties by the smaller id;
 * where nobody is, the learner decides. So a selector that would have the best rep take everything can learn from all,
 * and a newcomer is never starved. A rep of weight 0 takes no turn.
 *
 * @remarks
 * - **Units:** `share` is a fraction above 0, at most 1; floors are whole credits, {@link CREDITS_PER_LEAD} a lead.
 * - **State:** a number for each rep, and what the learner remembers. The learner is told of all leads, those too about
 *   which it was not asked.
 * - **Promise:** whatever the filters leave, whatever the learner does and however weights change, at every moment a
 *   rep had at least `share` of its fair share, less `dueAtLeads + share * (n - 1)` leads, n being the reps who ever
 *   took part; with `mostAheadLeads` the same from any moment on, less as many leads more. The learner is overruled for
 *   at most `share` of the leads, and (1 - `dueAtLeads`) * n more. Exactly so in credits; `share` is rounded down by
 *   less than one credit per unit of weight.
 * - **Ends it:** leads that are booked out of turn while somebody else's floor is due, such as claims, and offers to
 *   several at once; another selector on the same ledger.
 * - **Within:** no second `floorShare`, since both would keep the same numbers, and the inner floor would not hold.
 * - **Counts as had:** turns that were booked. A lead that is given back or moved away stays counted, a turn that is
 *   lost counts as one, and a lead that a rep gets by hand counts where the delivery's policy books it.
 * - **Share:** 1 for whoever goes first by its floor, otherwise the learner's.
 * - **Errors:** a `RangeError` for numbers outside those, and for what is no selector.
 * - **Cost:** O(n), and the learner's.
 *
 * To bound whoever has much: {@link ceiling}.
 *
 * @see V. Patil, G. Ghalme, V. Nair, Y. Narahari, "Achieving Fairness in the Stochastic Multi-Armed Bandit Problem",
 * Journal of Machine Learning Research 22(174), 2021, https://jmlr.org/papers/v22/20-704.html, for a floor that holds
 * at every moment without filters
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: floorShare(0.5, all()) });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
 * let state = emptyState({ seed: "s" });
 * const taken = ["l1", "l2", "l3", "l4", "l5", "l6", "l7", "l8"].map((id) => {
 *   const outcome = unwrap(strategy({ id, receivedAtMs: 0 }, roster, state));
 *   state = outcome.state;
 *   return holderOf(outcome.decision);
 * });
 * taken.join(" "); // => "ann ann ann bob ann ann ann bob"
 * ```
 *
 * @since 0.1.0
 */
export const floorShare = (share: number, learner: Selector, options: FloorShareOptions = {}): Selector => {
  const { dueAtLeads = 1, mostAheadLeads = MOST_AHEAD }: FloorShareOptions = Object(options);
  const isFraction = (value: unknown): boolean => (value as number) > 0 && (value as number) <= 1;
  demand(isFraction(share), "floorShare: the share must be above 0, at most 1");
  demand(isFraction(dueAtLeads), "floorShare: dueAtLeads must be above 0, at most 1");
  demand(
    mostAheadLeads >= 1 && mostAheadLeads <= MOST_AHEAD,
    "floorShare: mostAheadLeads must be a number from 1 to 100,000",
  );
  demandSelector("floorShare", learner);
  const least = -Math.floor(mostAheadLeads * CREDITS_PER_LEAD);
  const ordered = (question: OrderQuestion): { readonly due: Ranking; readonly rest: Ranking } => {
    const due = dueIn(floorsIn(question, share), dueAtLeads);
    if (due.length === 0) return { due, rest: learner.order(question) };
    const first = new Set(all(due));
    const others = question.candidates.filter((rep) => !first.has(rep));
    return { due, rest: isNonEmpty(others) ? learner.order({ ...question, candidates: others }) : others };
  };
  const booked = (question: BookQuestion) => {
    const { taking, claims, price } = floorsIn(question, share);
    const { taker } = question;
    // Whoever takes part by nothing is promised nothing and pays nothing.
    if (taker.weight === 0) return [];
    const values = claims.map((claim, i) => {
      const after = taking[i] === taker ? claim - price : claim;
      return Math.max(least, after);
    });
    return [{ name: FLOOR, candidates: taking, values }];
  };
  return {
    ...learner,
    ...decoratedAs("floorShare", learner, { share, dueAtLeads, mostAheadLeads }),
    order: (question) => {
      const { due, rest } = ordered(question);
      return {
        length: due.length + rest.length,
        at: (place) => (place < due.length ? due.at(place) : rest.at(place - due.length)),
      };
    },
    book: (question) => {
      const booking = learner.book(question);
      const due = dueIn(floorsIn(question, share), dueAtLeads);
      return {
        ...booking,
        ...(due.length === 0 ? {} : { share: Number(due.at(0) === question.taker) }),
        columns: [...(booking.columns ?? []), ...booked(question)],
      };
    },
    merits: (question) => {
      const { due, rest } = ordered(question);
      const { claims, taking } = floorsIn(question, share);
      const claimOf = new Map(taking.map((rep, i) => [rep, claims[i] as number]));
      const inOrder = [...all(due), ...all(rest)];
      const placeOf = new Map(inOrder.map((rep, place) => [rep, place]));
      const meritOf = learner.merits?.(question);
      return (rep) => {
        const place = placeOf.get(rep) ?? inOrder.length;
        const behind = ((claimOf.get(rep) ?? 0) / CREDITS_PER_LEAD).toFixed(2);
        const learned = meritOf?.(rep);
        const isDue = place < due.length;
        return {
          score: -place,
          share: due.length === 0 ? (learned?.share ?? 0) : Number(place === 0),
          says: isDue ? `is ${behind} leads behind its floor` : (learned?.says ?? `is not behind its floor`),
        };
      };
    },
  };
};

import { demand } from "../../internal/demand.js";
import { LazyMerit } from "../../internal/lazyMerit.js";
import type { Candidate, OrderQuestion, Ranking, Selector } from "../../model/selector.js";
import { streamFrom } from "../../random/stream.js";
import { placesOf } from "../byChance/drawn.js";
import { decoratedAs, demandSelector } from "../decorators/decorated.js";

/** The same ranking with one of its places moved to the front. */
const ledBy = (ranking: Ranking, first: number): Ranking => ({
  length: ranking.length,
  at: (place) => {
    if (place < 0 || place > first) return ranking.at(place);
    return ranking.at(place === 0 ? first : place - 1);
  },
});

/**
 * Now and then gives the lead to somebody by lot, so that there is something to learn from; otherwise as another
 * selector has it.
 *
 * With the given probability one of those who take turns is drawn, everybody alike, and goes first; the others keep
 * their order behind. The draw follows from the state's seed, the ledger, the lead and how many take turns, so the same
 * lead asked about again draws the same.
 *
 * @remarks
 * - **Units:** `share` is a probability above 0, at most 1.
 * - **State:** as the other.
 * - **Share:** the chance of coming first: that of being drawn, and where nobody is that of the other selector (where
 *   the other leaves some out by chance, or has another by chance within it, given what that drew); so it is never 0
 *   for whoever was drawn: the propensity, for whoever learns from decisions. Price and account are the other's.
 * - **Errors:** a `RangeError` for what is no share and what is no selector.
 * - **Promise:** each of n has at least `share / n` of the leads on average, whatever the other does; what that costs
 *   grows with the number of leads for ever. {@link thompson} tries less and less, {@link floorShare} holds its part at
 *   every moment.
 * - **Cost:** the other's, and where somebody is drawn its order up to there.
 *
 * @see R. S. Sutton, A. G. Barto, "Reinforcement Learning: An Introduction", 2nd edition, 2018, section 2.2,
 * http://incompleteideas.net/book/the-book-2nd.html, where the rule is called epsilon-greedy
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: explore(0.2, topProducer()) });
 * const ann = { id: "ann", performance: { leads: 40, won: 20 } };
 * const bob = { id: "bob", performance: { leads: 40, won: 4 } };
 * const state = emptyState({ seed: "2026" });
 * const decided = ["l1", "l2", "l3", "l4", "l5", "l6"].map(
 *   (id) => unwrap(strategy({ id, receivedAtMs: 0 }, { reps: [ann, bob] }, state)).decision,
 * );
 * decided.map((decision) => decision.status === "assigned" && [decision.repId, decision.share]);
 * // => [["bob", 0.1], ["ann", 0.9], ["ann", 0.9], ["ann", 0.9], ["ann", 0.9], ["bob", 0.1]]
 * ```
 *
 * @since 0.1.0
 */
export const explore = (share: number, selector: Selector): Selector => {
  demand(Number.isFinite(share) && share > 0 && share <= 1, "explore: the share must be above 0, at most 1");
  demandSelector("explore", selector);
  const { name } = selector;
  const ordered = (question: OrderQuestion): { readonly usual: Ranking; readonly drawn: number } => {
    const usual = selector.order(question);
    const { ledger, lead } = question;
    // What makes the other's draws is in no order that begins like this one, so the two have nothing to do with one another.
    const start = ["explore", name, share, ledger.seed, ledger.name, lead.id, usual.length];
    const { next } = streamFrom(JSON.stringify(start));
    return { usual, drawn: next() < share ? Math.floor(next() * usual.length) : -1 };
  };
  /**
   * The chance of coming first, from that which the other gives and whether the other has it first; by the other's draw as it fell
   * where it leaves out some who would take a turn, since nobody else can be tried then.
   */
  const chancesIn = ({ length }: Ranking, { candidates }: OrderQuestion) => {
    const leavesOut = length < candidates.filter(({ weight }) => weight > 0).length;
    const goesByShare = selector.byChance === true && !leavesOut;
    return (isFirst: boolean, othersShare: number): number =>
      (1 - share) * (goesByShare ? othersShare : Number(isFirst)) + share / length;
  };
  return {
    ...decoratedAs("explore", selector, { share }),
    byChance: true,
    order: (question) => {
      const { usual, drawn } = ordered(question);
      return drawn < 0 ? usual : ledBy(usual, drawn);
    },
    book: (question) => {
      const booking = selector.book(question);
      const { taker } = question;
      const { usual } = ordered(question);
      const place = placesOf(usual)(taker);
      return { ...booking, share: place < 0 ? 0 : chancesIn(usual, question)(place === 0, booking.share) };
    },
    merits: (question) => {
      const { usual, drawn } = ordered(question);
      const usualPlaceOf = placesOf(usual);
      const placeOf = drawn < 0 ? usualPlaceOf : placesOf(ledBy(usual, drawn));
      const meritOf = selector.merits?.(question);
      const chanceOf = chancesIn(usual, question);
      return (rep: Candidate) => {
        const place = placeOf(rep);
        if (place < 0) return new LazyMerit(-usual.length, 0, () => "takes no turn");
        const usualPlace = usualPlaceOf(rep);
        const others = meritOf?.(rep);
        const isDrawn = usualPlace === drawn;
        return new LazyMerit(-place, chanceOf(usualPlace === 0, others?.share ?? 0), () => {
          const says = others?.says ?? `is number ${usualPlace + 1} of ${name}`;
          return isDrawn ? `was drawn to be tried; ${says}` : says;
        });
      };
    },
  };
};

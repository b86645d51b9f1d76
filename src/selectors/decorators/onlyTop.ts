import { demand } from "../../internal/demand.js";
import type { Selector } from "../../model/selector.js";
import { decoratedAs, demandSelector } from "./decorated.js";

/** Refuses a number of reps that is none. */
export const demandMost = (by: string, most: unknown): void =>
  demand(Number.isSafeInteger(most) && (most as number) > 0, `${by}: most must be a whole number above 0`);

/**
 * The first so many of another selector's order; nobody else takes a turn.
 *
 * For whatever is given to several: who is suggested to whoever deals, told of a race, or asked at once. Where
 * fewer may have the lead, those.
 *
 * @remarks
 * - **Each order anew:** a cascade asks for the order of those who are left whenever it has nobody to ask, and gets
 *   the first so many of them. To end after so many offers, give it `mostOffers`.
 * - **State:** that of the other. It books what the other books, over all candidates.
 * - **Promise:** nobody takes a turn out of the other's order, so its bounds hold.
 * - **Errors:** a `RangeError` for what is no selector, and for a number that is not whole and above 0.
 * - **Cost:** the other's.
 *
 * So that another selector chooses among the first so many: {@link amongTop}.
 *
 * @example
 * ```ts
 * const delivery = cascade({ answerMs: 60_000, atOnce: 9 });
 * const strategy = compose({ ledger: "desk", filters: [], selector: onlyTop(2, rotation()), delivery });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd" }] };
 * const { decision } = unwrap(strategy({ id: "l1", receivedAtMs: 0 }, roster, emptyState({ seed: "s" })));
 * decision.status === "offered" && decision.offers.map(({ repId }) => repId); // => ["ann", "bob"]
 * ```
 *
 * @since 0.1.0
 */
export const onlyTop = (most: number, selector: Selector): Selector => {
  demandMost("onlyTop", most);
  demandSelector("onlyTop", selector);
  return {
    ...selector,
    ...decoratedAs("onlyTop", selector, { most }),
    order: (question) => {
      const ranking = selector.order(question);
      const length = Math.min(most, ranking.length);
      return { length, at: (place) => (place < length ? ranking.at(place) : undefined) };
    },
  };
};

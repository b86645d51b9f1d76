import type { Ranking, Selector } from "../../model/selector.js";
import { decoratedAs, demandSelector } from "./decorated.js";

const TAKEN_AT = "lastTakerFirst taken at";
const TAKEN = "lastTakerFirst taken";

/** The same ring of reps, begun at another place. */
const begunAt = (ranking: Ranking, start: number): Ranking => ({
  length: ranking.length,
  at: (place) =>
    place < 0 || place >= ranking.length ? undefined : ranking.at((start + place) % ranking.length),
});

/**
 * The order of another selector, begun at whoever took a lead last and gone round from there.
 *
 * Of the candidates, the one whose last lead is the latest comes first; behind it whoever follows it in the other's
 * order, then those before it. A turn that was lost does not count as a lead. As long as nobody has taken one, the
 * order is the other's. To go round once from there, give the cascade `order: "fixed"`: a fresh order begins anew
 * among those left.
 *
 * @remarks
 * - **State:** a number for each rep who ever took a lead, and one for the ledger.
 * - **Promise:** none of fairness: whoever answers keeps being asked first. It books what the other books, so the
 *   accounts stay right, and the other's bound is over.
 * - **Errors:** a `RangeError` for what is no selector.
 * - **Cost:** that of the other, and reading its whole order.
 *
 * @see Total Expert's lead routing, which starts each round after the last acceptance
 *
 * @example
 * ```ts
 * const delivery = cascade({ answerMs: 60_000 });
 * const strategy = compose({ ledger: "desk", filters: [], selector: lastTakerFirst(all()), delivery });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd" }] };
 * const asked = (outcome: Outcome) => outcome.decision.status === "offered" ? outcome.decision.offers[0]?.repId : "nobody";
 * const lead = { id: "l1", receivedAtMs: 0 };
 * const first = unwrap(strategy(lead, roster, emptyState({ seed: "s" })));
 * const no = { id: "e1", atMs: 1, type: "declined", repId: "ann" } as const;
 * const second = unwrap(strategy.respond(lead, first.decision, no, roster, first.state));
 * const yes = { id: "e2", atMs: 2, type: "accepted", repId: "bob" } as const;
 * const { state } = unwrap(strategy.respond(lead, second.decision, yes, roster, second.state));
 * [asked(first), asked(second), asked(unwrap(strategy({ id: "l2", receivedAtMs: 3 }, roster, state)))]; // => ["ann", "bob", "bob"]
 * ```
 *
 * @since 0.1.0
 */
export const lastTakerFirst = (selector: Selector): Selector => {
  demandSelector("lastTakerFirst", selector);
  return {
    ...decoratedAs("lastTakerFirst", selector),
    order: (question) => {
      const ranking = selector.order(question);
      let start = 0;
      let latest = 0;
      for (let place = 0; place < ranking.length; place += 1) {
        const candidate = ranking.at(place);
        const takenAt = candidate === undefined ? 0 : question.ledger.number(TAKEN_AT, candidate);
        if (takenAt > latest) [start, latest] = [place, takenAt];
      }
      return begunAt(ranking, start);
    },
    book: (question) => {
      const booking = selector.book(question);
      if (question.ended === "lost") return booking;
      const taken = question.ledger.total(TAKEN) + 1;
      return {
        ...booking,
        columns: [
          ...(booking.columns ?? []),
          { name: TAKEN_AT, candidates: [question.taker], values: [taken] },
        ],
        totals: [...(booking.totals ?? []), { name: TAKEN, value: taken }],
      };
    },
  };
};

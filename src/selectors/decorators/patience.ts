import { CREDITS_PER_LEAD } from "../../internal/credits.js";
import { demand } from "../../internal/demand.js";
import type { Candidate, OrderQuestion, Selector } from "../../model/selector.js";
import { decoratedAs, demandSelector } from "./decorated.js";

/**
 * Options of {@link patience}.
 *
 * @since 0.1.0
 */
export interface PatienceOptions {
  /** How many leads less than the most owed a rep may be owed and still take the lead: 0 or more. */
  readonly withinLeads: number;
  /** So long after the lead came in anybody may take it, in whole milliseconds. Absent: never. */
  readonly mostWaitMs?: number;
}

type Merits = NonNullable<Selector["merits"]>;

/**
 * Whether a candidate is within so many credits of the best of all who are entitled, those who are only owed among
 * them.
 */
const isWithin = (
  question: OrderQuestion,
  merits: Merits,
  credits: number,
): ((rep: Candidate) => boolean) => {
  const [first, ...others] = [...question.candidates, ...question.owed.map(({ rep }) => rep)].sort(
    (a, b) => a.place - b.place,
  );
  const entitled = [first ?? question.candidates[0], ...others] as const;
  const meritOf = merits({ ...question, candidates: entitled, owed: [] });
  const takesPart = entitled.map((rep) => meritOf(rep)).filter(({ share }) => share > 0);
  const most = takesPart.reduce((best, { score }) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  return (rep) => most - meritOf(rep).score <= credits;
};

/**
 * Lets the lead wait for whoever is owed most, rather than go to whoever is there.
 *
 * Of all who are entitled to a part of the lead, the candidates and those who are only {@link owe | owed} it,
 * somebody is owed most. Only a candidate within `withinLeads` leads of that takes a turn, in the other selector's
 * order; 0 is the most owed alone, and all who tie with it. Where the first of the order is further off, nobody
 * takes one. `mostWaitMs` after the lead came in everybody does.
 *
 * @remarks
 * - **With `owe`:** a filter by itself forgives, so that whoever it leaves out is entitled to nothing and never
 *   waited for: then the first of the order is always within, and only those behind it are held back.
 *   `owe(available({ whenNobodyAtWork: "park" }), ...)` has the lead wait until the first of those who are away is
 *   back.
 * - **When it waits:** nobody takes a turn, so the lead is put aside where a filter holds it, else `unassigned`
 *   (`none-takes-a-turn`). `mostWaitMs` wakes nobody by itself: ask again by then, as {@link drain} does.
 * - **Measure:** the score of the selector's `merits`, read as credits: so it goes round {@link rotation}, {@link weighted}
 *   and {@link valueRotation}. Scores of others are points, places or loads, and leads of those mean nothing.
 * - **Promise:** it books what the other books, and nobody takes a turn who is not first in the other's order,
 *   unless those before it refuse: so the bounds of the other hold.
 * - **Errors:** a `RangeError` for what is no selector or has no merits, for a negative `withinLeads`, and a
 *   `mostWaitMs` that is not whole.
 * - **Cost:** that of the other's whole order.
 *
 * @see LeanData, "prioritize prospect or rep"; RevenueHero's strict, flexible and balanced distribution
 *
 * @example
 * ```ts
 * const filters = [owe(available(), { mostLeads: 3 })];
 * const strategy = compose({ ledger: "desk", filters, selector: patience(rotation(), { withinLeads: 0, mostWaitMs: 60_000 }) });
 * const roster = { reps: [{ id: "ann" }, { id: "bob", presence: "away" }] } as const;
 * const first = unwrap(strategy({ id: "l1", receivedAtMs: 0 }, roster, emptyState({ seed: "s" })));
 * const at = (nowMs: number) => unwrap(strategy({ id: "l2", receivedAtMs: 0 }, roster, first.state, { nowMs })).decision;
 * [holderOf(first.decision), at(0).status, holderOf(at(60_000))]; // => ["ann", "unassigned", "ann"]
 * ```
 *
 * @since 0.1.0
 */
export const patience = (selector: Selector, options: PatienceOptions): Selector => {
  demandSelector("patience", selector);
  const { merits } = selector;
  if (typeof merits !== "function") throw new RangeError("patience: needs a selector with merits");
  const { withinLeads, mostWaitMs }: Partial<PatienceOptions> = Object(options);
  demand(
    Number.isFinite(withinLeads) && (withinLeads as number) >= 0,
    "patience: withinLeads must be a number, 0 or more",
  );
  demand(
    mostWaitMs === undefined || (Number.isSafeInteger(mostWaitMs) && mostWaitMs >= 0),
    "patience: mostWaitMs must be a whole number, not negative",
  );
  const credits = (withinLeads as number) * CREDITS_PER_LEAD;
  return {
    ...selector,
    ...decoratedAs("patience", selector, {
      withinLeads: withinLeads as number,
      mostWaitMs: mostWaitMs ?? null,
    }),
    order: (question) => {
      const ranking = selector.order(question);
      const { lead, nowMs } = question;
      if (mostWaitMs !== undefined && nowMs - lead.receivedAtMs >= mostWaitMs) return ranking;
      const first = ranking.at(0);
      const within = isWithin(question, merits, credits);
      if (first === undefined || !within(first)) return [];
      return Array.from({ length: ranking.length }, (_, place) => ranking.at(place) as Candidate).filter(
        within,
      );
    },
  };
};

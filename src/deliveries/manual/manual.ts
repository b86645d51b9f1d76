import type { Delivery, EventQuestion, Move, Refusal } from "../../model/delivery.js";
import { dealtOn } from "../afterwards/deal.js";
import type { Standing } from "../afterwards/of.js";
import { notDue } from "../claims/notDue.js";
import { onClaimed } from "../claims/onClaimed.js";
import { filtersOfSegment, onOpened } from "../claims/segments.js";
import { afterGivingUp } from "../whenNobody/afterGivingUp.js";
import { giveOn, isAwaiting, onDealt, suggest } from "./awaiting.js";
import type { ManualOptions } from "./options.js";
import { literalsOf, type Plan, planOf } from "./plan.js";

/** What happens to a lead that waits for somebody to deal it. */
const onAwaiting = (plan: Plan, question: EventQuestion, decision: Standing<"parked">): Move | Refusal => {
  const { event } = question;
  switch (event.type) {
    case "reassigned":
      return onDealt(plan, question, event, decision);
    case "woken":
      return notDue(event, decision) ?? { place: dealtOn(giveOn(plan), question) };
    default:
      return afterGivingUp(suggest(plan, decision.wakeAtMs), plan)(question);
  }
};

/** What happens to a lead in a pool, such as a segment's. */
const onPooled = (plan: Plan, question: EventQuestion, decision: Standing<"pooled">): Move | Refusal => {
  const { event } = question;
  const start = suggest(plan);
  switch (event.type) {
    case "claimed":
      return onClaimed(question, event, decision, filtersOfSegment(plan.segments, decision));
    case "woken":
    case "expired":
      return notDue(event, decision) ?? { place: dealtOn(start, question) };
    default:
      return afterGivingUp(start, plan)(question);
  }
};

/**
 * The lead waits for somebody to deal it: put aside with the reason `"awaits-manager"` and the first of the order as `suggested`.
 *
 * A `reassigned` event gives it to the named rep, whom every filter must let through; the decision keeps whether that was the rep
 * suggested first (`byHand`). No lead lies for ever: after `decideMs` it goes to the first of the order then, unless
 * `whenUndecided` says otherwise.
 *
 * | event | what happens to the lead | what happens to the account |
 * |---|---|---|
 * | `reassigned` | assigned to the named rep | the turn is booked as the policy says (`approved`, `overridden`) |
 * | `opened` | open to the reps of the segment, who race for it for `openMs`; then it waits to be dealt again | nothing |
 * | `claimed` | assigned, if it was opened to the rep | the turn is booked among those in play |
 * | `woken` | when `decideMs` are over, `whenUndecided` | a push books the turn |
 * | `updated` | suggested anew; the time goes on | nothing |
 *
 * All other events are answered as {@link assign} does, but that a lead waits to be dealt where it would be dealt on. A lead that waits is
 * not woken early, such as by {@link drain}.
 *
 * @remarks
 * - **Promise:** while every suggestion is approved, that of the selector, as if it were pushed. What is overridden and ignored is outside the account: nobody pays
 *   for it, and nobody is owed for it; where the policy says that it counts, it is paid for, and loosens the bound of {@link rotation} by at most one lead each.
 * - **Errors:** a `RangeError` for times and numbers that are not whole or not above 0, for a word that an option does not know, for segments that hold no
 *   filters or without an `openMs`, and for `shows` of a lead that is open.
 * - **Cost:** one ranking when the lead comes in, and one for each turn that is booked.
 *
 * @see {@link suggest} for the standing and the merit of each rep suggested
 *
 * @example
 * ```ts
 * const delivery = manual({ decideMs: 3_600_000, segments: { seniors: [where("tier 1", 1, ({ rep }) => rep.tier === 1)] }, openMs: 60_000 });
 * const strategy = compose({ ledger: "desk", filters: [], selector: rotation(), delivery });
 * const roster = { reps: [{ id: "ann" }, { id: "bob", tier: 1 }] };
 * const lead = { id: "l1", receivedAtMs: 0 };
 * const waits = unwrap(strategy(lead, roster, emptyState({ seed: "s" })));
 * const deal = { id: "e1", atMs: 9, type: "reassigned", to: "bob", by: "the manager" } as const;
 * const { decision } = unwrap(strategy.respond(lead, waits.decision, deal, roster, waits.state));
 * [waits.decision.status, holderOf(decision), decision.status === "assigned" && decision.byHand];
 * // => ["parked", "bob", "overridden"]
 * ```
 *
 * @since 0.1.0
 */
export const manual = (options: ManualOptions): Delivery => {
  const plan = planOf(options);
  const { segments, opening } = plan;
  const start = suggest(plan);
  const others = afterGivingUp(start, plan);
  return {
    name: "manual",
    literals: literalsOf(plan),
    start,
    nobody: start,
    on: (question) => {
      const { event, decision } = question;
      if (event.type === "opened") return onOpened(segments, opening, question, event);
      if (isAwaiting(decision)) return onAwaiting(plan, question, decision);
      return decision.status === "pooled" ? onPooled(plan, question, decision) : others(question);
    },
  };
};

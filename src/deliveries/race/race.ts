import type { Delivery } from "../../model/delivery.js";
import { dealtOn } from "../afterwards/deal.js";
import { notDue } from "../claims/notDue.js";
import { onClaimed } from "../claims/onClaimed.js";
import { onOpened } from "../claims/segments.js";
import { afterGivingUp } from "../whenNobody/afterGivingUp.js";
import { begin, filtersOf, further } from "./groups.js";
import type { RaceOptions } from "./options.js";
import { literalsOf, planOf } from "./plan.js";

/**
 * Tells everybody of the order at once, or the first few; the first to claim the lead has it.
 *
 * A lead may be claimed until just before its `wakeAtMs`: at that very moment the time is over. Of two claims the one that is heard
 * first wins, whichever was made first, and the other is told `lead-taken`. Whoever claims must be among those who were told, and pass
 * every filter now, so capacity and limits hold at the claim.
 *
 * | event | what happens to the lead | what happens to the account |
 * |---|---|---|
 * | `claimed` | assigned; for the others it is withdrawn | the turn is booked among those in play |
 * | `woken`, `expired` | when the time is over, the next group may claim; after the last, `whenNobody` | nothing |
 * | `opened` | open to the reps of the segment alone, for `openMs`; then the race begins anew | nothing |
 *
 * All other events are answered as {@link assign} does, but that a race is opened where a lead would be dealt on.
 *
 * @remarks
 * - **Groups** race one after the other; one in which nobody may have the lead is passed over. Nobody who was told loses a turn, or is
 *   passed over in a later group, for not having claimed.
 * - **Blind:** {@link visibleLead} is what may be shown. Refusals and explanations name the stage and nothing of the lead. Who is told, and
 *   which filter leaves whom out, tells what it tells.
 * - **At the end** {@link WhenNobody}. A lead that is put aside races anew when its time has come.
 * - **Load:** nothing counts before the claim, for nobody is owed an answer.
 * - **Promise:** with {@link all}, none: whoever is quickest has all. With {@link rotation} and {@link weighted}, while races do not overlap, each claim by
 *   another than the first of the order loosens the bound by at most one lead; with `first: 1` it is as if the lead were pushed when it is claimed. A rep who never
 *   claims falls behind without end.
 * - **Errors:** a `RangeError` for times and numbers that are not whole or not above 0, for groups and segments that hold no filters, for `shows` of a lead that is
 *   open, and for a `whenNobody` that is none.
 * - **Cost:** one ranking for each group that is opened, every filter once for each rep who is told, and one ranking for the claim; the decision keeps the ids of
 *   those who were told.
 *
 * @see {@link pool} for a lead that lies there until somebody takes it, {@link cascade} to ask one after the other
 * @see Follow Up Boss, "first to claim", with one group after the other; Kubaru, "shark tank"
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [capacity()], selector: rotation(), delivery: race({ openMs: 60_000 }) });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
 * const lead = { id: "l1", receivedAtMs: 0 };
 * const open = unwrap(strategy(lead, roster, emptyState({ seed: "s" })));
 * const bob = { id: "e1", atMs: 900, type: "claimed", repId: "bob" } as const;
 * const taken = unwrap(strategy.respond(lead, open.decision, bob, roster, open.state));
 * const ann = { id: "e2", atMs: 901, type: "claimed", repId: "ann" } as const;
 * const late = unwrap(strategy.respond(lead, taken.decision, ann, roster, taken.state));
 * [open.decision.status, holderOf(taken.decision), late.refusal?.rule]; // => ["pooled", "bob", "lead-taken"]
 * ```
 *
 * @since 0.1.0
 */
export const race = (options: RaceOptions): Delivery => {
  const plan = planOf(options);
  const { segments, groups } = plan;
  const start = begin(plan);
  const others = afterGivingUp(start, plan);
  return {
    name: "race",
    literals: literalsOf(plan),
    start,
    nobody: start,
    on: (question) => {
      const { event, decision, findsAnybody } = question;
      if (event.type === "opened") return onOpened(segments, plan, question, event);
      if (decision.status === "pooled") {
        if (event.type === "claimed") return onClaimed(question, event, decision, filtersOf(plan, decision));
        if (event.type === "woken" || event.type === "expired")
          return notDue(event, decision) ?? { place: dealtOn(further(plan, decision), question) };
      }
      return others({
        ...question,
        findsAnybody: () => groups.some(({ filters }) => findsAnybody(filters)),
      });
    },
  };
};

import { demand } from "../../internal/demand.js";
import type { Delivery, EventQuestion, Placement, StartQuestion } from "../../model/delivery.js";
import type { EpochMs } from "../../model/instant.js";
import { type Afterwards, type AfterwardsOptions, afterwardsOptions } from "../afterwards/afterwards.js";
import { type Deal, dealtOn } from "../afterwards/deal.js";
import { toFirst } from "../afterwards/toFirst.js";
import { notDue } from "../claims/notDue.js";
import { onClaimed } from "../claims/onClaimed.js";
import { type Showing, type ShowingOptions, showingOf } from "../claims/showing.js";
import { demandWhole } from "../demands.js";
import { afterGivingUp } from "../whenNobody/afterGivingUp.js";
import { giveUp, NOBODY_CLAIMED } from "../whenNobody/giveUp.js";
import { demandEnd, keptEnd, type WhenNobody } from "../whenNobody/whenNobody.js";

/**
 * Options of {@link pool}.
 *
 * @since 0.1.0
 */
export interface PoolOptions extends AfterwardsOptions, ShowingOptions {
  /** How long the lead lies there before it is given to the first of the order, in whole milliseconds. Absent: for ever. */
  readonly pushAfterMs?: number;
  /** What becomes of it when nobody may have it then; needs `pushAfterMs`. Absent: `"unassigned"`. */
  readonly whenNobody?: WhenNobody;
}

/** The options with what is meant where one is absent. */
interface Plan extends Afterwards {
  readonly showing: Showing;
  /** 0: it is never given. */
  readonly pushAfterMs: number;
  readonly whenNobody: WhenNobody;
}

/** Reads the options, and refuses those that mean nothing. */
const planOf = (options: PoolOptions): Plan => {
  const settings = afterwardsOptions("pool", options);
  const { pushAfterMs = 0, whenNobody = "unassigned" } = options;
  if (options.pushAfterMs !== undefined) demandWhole("pool", "pushAfterMs", pushAfterMs);
  demandEnd("pool", whenNobody);
  demand(
    options.whenNobody === undefined || pushAfterMs > 0,
    "pool: whenNobody needs pushAfterMs, since a lead that stays in the pool waits for somebody",
  );
  return { ...settings, showing: showingOf("pool", options), pushAfterMs, whenNobody: keptEnd(whenNobody) };
};

/** Puts the lead into the pool, where it has been since then; whoever lay there long enough is given away. */
const putIn =
  ({ showing, pushAfterMs, whenNobody }: Plan, sinceMs?: EpochMs): Deal =>
  (question: StartQuestion): Placement => {
    const { nowMs, ranking } = question;
    const wakeAtMs = (sinceMs ?? nowMs) + pushAfterMs;
    if (pushAfterMs > 0 && nowMs >= wakeAtMs)
      return toFirst(question) ?? giveUp({ whenNobody, because: NOBODY_CLAIMED }, question);
    // Asked so that the decision counts who is there, and a filter may have the lead wait.
    ranking();
    return { status: "pooled", ...showing, ...(pushAfterMs === 0 ? {} : { wakeAtMs }) };
  };

/** Since when a lead lies in a pool; nothing for any other. */
const sinceMsOf = ({ decision }: EventQuestion): EpochMs | undefined =>
  decision.status === "pooled" ? decision.sinceMs : undefined;

/**
 * Puts the lead into a pool from which whoever may have it takes it; nobody is told.
 *
 * Whoever claims must pass every filter at that moment, and must not have given the lead up before. A lead that nobody may have now
 * lies there all the same, unless a filter has it wait. {@link poolFor} says which leads a rep may claim, best first.
 *
 * | event | what happens to the lead | what happens to the account |
 * |---|---|---|
 * | `claimed` | assigned | the turn is booked among those in play |
 * | `woken`, `expired` | after `pushAfterMs` in the pool, assigned to the first of the order; where nobody may have it, `whenNobody` | the turn is booked |
 *
 * All other events are answered as {@link assign} does, but that the lead goes into the pool where it would be dealt on. At the very moment of the
 * push the push wins: a claim from then on is refused.
 *
 * @remarks
 * - **Aging:** the time counts from when the lead came into the pool, whatever becomes known of it there; a lead that is returned comes in anew.
 * - **Blind:** {@link visibleLead} is what may be shown. Refusals and explanations name the stage and nothing of the lead.
 * - **Load:** nothing counts before the claim.
 * - **Promise:** no lead is given to two, and none is given to somebody whom a filter leaves out. Shares are as those who claim make them: as in a
 *   {@link race}, each claim by another than the first of the order loosens the bound of {@link rotation} by at most one lead.
 * - **Errors:** a `RangeError` for a time that is not whole or not above 0, for `shows` of a lead that is open, and for a `whenNobody` that is none or has no `pushAfterMs`.
 * - **Cost:** one ranking when the lead comes in, and one when it is claimed or pushed.
 *
 * @see {@link race} to tell reps of the lead, {@link manual} to have somebody deal it
 *
 * @example
 * ```ts
 * const delivery = pool({ mode: "blind", shows: ["region"], pushAfterMs: 3_600_000 });
 * const strategy = compose({ ledger: "desk", filters: [capacity()], selector: rotation(), delivery });
 * const roster = { reps: [{ id: "ann", capacity: 0 }, { id: "bob" }] };
 * const lead = { id: "l1", receivedAtMs: 0, region: "SE", value: 90_000 };
 * const lies = unwrap(strategy(lead, roster, emptyState({ seed: "s" })));
 * const claim = (repId: string) =>
 *   unwrap(strategy.respond(lead, lies.decision, { id: repId, atMs: 9, type: "claimed", repId }, roster, lies.state));
 * [visibleLead(lead, lies.decision), claim("ann").refusal?.rule, holderOf(claim("bob").decision)];
 * // => [{ id: "l1", region: "SE" }, "capacity", "bob"]
 * ```
 *
 * @since 0.1.0
 */
export const pool = (options: PoolOptions = {}): Delivery => {
  const plan = planOf(options);
  const { policy, showing, whenNobody, ...rest } = plan;
  const start = putIn(plan);
  return {
    name: "pool",
    literals: { ...rest, policy: { ...policy }, ...showing, whenNobody: keptEnd(whenNobody) },
    start,
    nobody: start,
    on: (question) => {
      const { event, decision } = question;
      const deal = putIn(plan, sinceMsOf(question));
      if (decision.status === "pooled") {
        if (event.type === "claimed") return onClaimed(question, event, decision, []);
        if (event.type === "woken" || event.type === "expired")
          return notDue(event, decision) ?? { place: dealtOn(deal, question) };
      }
      return afterGivingUp(deal, plan)(question);
    },
  };
};

import type { LeadId, LedgerName, RepId } from "./id.js";
import type { EpochMs } from "./instant.js";
import type { Standing } from "./standing.js";

/**
 * How many reps one stage left out: a filter, or (last) the selector for those who take no turn.
 *
 * @since 0.1.0
 */
export interface LeftOutCount {
  readonly by: string;
  readonly reps: number;
}

/**
 * Where a rep stood when the turn was decided.
 *
 * @since 0.1.0
 */
export interface RepStanding extends Omit<Standing, "openEffort"> {
  readonly repId: RepId;
  /** Absent: one for each open lead and offer. */
  readonly openEffort?: number;
}

/**
 * What every decision holds, whatever its status.
 *
 * @since 0.1.0
 */
export interface DecisionBase {
  readonly leadId: LeadId;
  /** The fairness account of the strategy that decided. */
  readonly ledger: LedgerName;
  /** The branches that led here, outermost first; empty for a strategy without branches. */
  readonly path: readonly string[];
  /** The moment of the last change. It never runs back: what comes late happens at the moment of the change before it. */
  readonly atMs: EpochMs;
  /** 0 at first, plus one for each change. Compare it with the stored one when you commit. */
  readonly revision: number;
  /** The version of the state that was read for the last change: for looking back, not for comparing when you commit. */
  readonly stateVersion: number;
  /** The fingerprint of the whole strategy. */
  readonly strategy: string;
  /** The events that were answered and not refused, oldest first; the last {@link EVENT_IDS_KEPT}. */
  readonly eventIds: readonly string[];
  /** One entry for each filter, in written order, those of a ring behind them, then one for the selector; of the last time that they were asked. */
  readonly leftOut: readonly LeftOutCount[];
  /** How many reps were ranked: every filter let them through, and they take a turn. */
  readonly candidates: number;
  /**
   * Reps who had this lead, or an offer of it, and gave it up or lost it: by a no, by silence, by a return, by no contact in time, by
   * a move by hand, or since they left. They are not asked again, but for a further pass or a race of the silent, once a lead that nobody has was put aside and
   * its time is over, where {@link serviceLevel} bars only the last, and by hand. Absent: none.
   */
  readonly tried?: readonly RepId[];
  /** Who had the lead, and is to have it back ({@link bringBack}). Absent: nobody. */
  readonly lentBy?: RepId;
  /** How often the lead was held and first contact not made in time. Absent: never. */
  readonly lapses?: number;
}

/**
 * An offer to one rep, open from `sinceMs` until just before `untilMs`.
 *
 * @since 0.1.0
 */
export interface Offer {
  readonly repId: RepId;
  readonly sinceMs: EpochMs;
  readonly untilMs: EpochMs;
  /** The number of the pass over the reps, from 1. */
  readonly round: number;
  /** What the lead weighed when it was offered; the core says it, not the delivery. Absent: 1. */
  readonly effort?: number;
}

/**
 * Why nobody has the lead.
 *
 * - `"empty-roster"`: there are no reps.
 * - `"all-left-out"`: the filters left everybody out; `leftOut` says how many each.
 * - `"none-takes-a-turn"`: some passed every filter, and the selector left them out, such as those of weight 0.
 * - `"nobody-else"`: some gave the lead up, and nobody else may have it.
 * - `"nobody-accepted"`: it was offered, and nobody is left to ask.
 * - `"no-contact"`: first contact was not made in time so often that somebody is to look ({@link serviceLevel}).
 * - `"nobody-claimed"`: it was in a pool, and its time is over.
 * - `"nobody-decided"`: somebody was to deal it, and did not in time.
 *
 * A delivery of your own may say others.
 *
 * @since 0.1.0
 */
export type UnassignedReason =
  | "empty-roster"
  | "all-left-out"
  | "none-takes-a-turn"
  | "nobody-else"
  | "nobody-accepted"
  | "no-contact"
  | "nobody-claimed"
  | "nobody-decided"
  | (string & {});

/**
 * How a lead ended.
 *
 * @since 0.1.0
 */
export type CloseResult = "won" | "lost" | "disqualified" | "no-show" | "cancelled";

/**
 * Offered: `offers` are open, `waiting` come next. The rest is what a delivery keeps for the offers to come.
 *
 * @since 0.1.0
 */
export interface OfferedPlace {
  readonly status: "offered";
  readonly offers: readonly Offer[];
  /** Who comes next, as far as that is settled; whoever else may be asked stands behind. Empty where the order is made afresh. */
  readonly waiting: readonly RepId[];
  /** When the first of the offers is over: come back then with an `expired` event. */
  readonly wakeAtMs: EpochMs;
  /** The number of the ring that is being asked, from 0. Absent: there are no rings. */
  readonly ring?: number;
  /** When the next ring is asked. Absent: when nobody of this one is left to ask. */
  readonly ringEndsAtMs?: EpochMs;
  /** How many offers were made so far, the open ones among them. */
  readonly offersMade?: number;
  /** Who said no: asked again in a further pass once nobody was only silent. Absent: nobody. */
  readonly declined?: readonly RepId[];
  /** Who did not answer in this pass: asked again in the next. Absent: nobody. */
  readonly silent?: readonly RepId[];
}

/**
 * In a pool, from which whoever may claim takes it.
 *
 * @since 0.1.0
 */
export interface PooledPlace {
  readonly status: "pooled";
  /** `"blind"`: until it is claimed, nobody is to see more of the lead than its id and what `shows` names. */
  readonly mode: "open" | "blind";
  /** Who was told of it and may claim it, if still every filter lets it through. Absent: whoever every filter lets through, and nobody was told. */
  readonly mayClaim?: readonly RepId[];
  /** Since when it is in a pool; the core says it, not the delivery. */
  readonly sinceMs?: EpochMs;
  /** The fields of a blind lead that may be seen before it is claimed. Absent: none. */
  readonly shows?: readonly string[];
  /** The segment to which a manager opened it. Absent: none. */
  readonly segment?: string;
  /** The number of the group that may claim it, from 0. Absent: there is one. */
  readonly group?: number;
  /** When to come back with a `woken` event. Absent: it stays until it is claimed, moved or closed. */
  readonly wakeAtMs?: EpochMs;
}

/**
 * Put aside until a moment.
 *
 * @since 0.1.0
 */
export interface ParkedPlace {
  readonly status: "parked";
  /**
   * `"owner-away"` by {@link owner}, `"nobody-at-work"` by {@link available}, `"limits-reached"` by {@link limits}, `"outside-hours"` by
   * {@link duringHours}; by {@link manual} `"awaits-manager"`; where nobody has it `"nobody-accepted"`,
   * `"nobody-claimed"`, `"nobody-decided"`, or `"nobody-found"` where nobody could be asked; or a filter's own.
   */
  readonly reason: string;
  /** When to come back with a `woken` event. */
  readonly wakeAtMs: EpochMs;
  /** Whom the strategy would have given it to, best first, where somebody is to decide. Absent: nobody is. */
  readonly suggested?: readonly RepId[];
}

/**
 * Nobody has it.
 *
 * @since 0.1.0
 */
export interface UnassignedPlace {
  readonly status: "unassigned";
  readonly reason: UnassignedReason;
}

/**
 * The end, with whoever held it then.
 *
 * @since 0.1.0
 */
export interface ClosedPlace {
  readonly status: "closed";
  readonly repId?: RepId;
  readonly result: CloseResult | "merged";
  /** What the lead brought, as its `closed` event said. */
  readonly value?: number;
  /** The lead that goes on in its place, where it was merged. */
  readonly into?: LeadId;
}

/**
 * One rep has it.
 *
 * @since 0.1.0
 */
export interface AssignedPlace {
  readonly status: "assigned";
  readonly repId: RepId;
  /** The part of the lead that the rep was entitled to, from 0 to 1. */
  readonly share: number;
  /** What the rep's account paid, in credits: what a return gives back. 0 where nothing was booked, such as for a move by hand. */
  readonly price: number;
  /** What the lead weighed when it was taken, and goes on to weigh whatever it says later. Absent: 1. */
  readonly effort?: number;
  readonly standing: RepStanding;
  /** Who would have had it next. Absent where nobody else was in play. */
  readonly runnerUp?: RepStanding;
  /** When the rep got the lead. The core says it, not the delivery. */
  readonly sinceMs: EpochMs;
  /** When the holder made first contact. Absent: not yet. */
  readonly workedAtMs?: EpochMs;
  /** When first contact is due. Absent: at no time. */
  readonly dueAtMs?: EpochMs;
  /** How many reminders of it the holder was told. Absent: none. */
  readonly reminded?: number;
  /** When to come back with a `woken` event: for the next reminder, or when first contact is due. Absent: it waits for nothing. */
  readonly wakeAtMs?: EpochMs;
  /** Whether somebody who was asked gave the lead to the rep who was suggested first, or to another. Absent: nobody was asked. */
  readonly byHand?: "approved" | "overridden";
}

/**
 * Where one lead stands: plain JSON, kept with the lead by the caller. `switch` on `status`.
 *
 * @since 0.1.0
 */
export type Decision = DecisionBase &
  (AssignedPlace | OfferedPlace | PooledPlace | ParkedPlace | UnassignedPlace | ClosedPlace);

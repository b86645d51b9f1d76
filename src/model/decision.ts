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
export interface RepStanding extends Standing {
  readonly repId: RepId;
}

/**
 * What every decision holds, whatever its status.
 *
 * @since 0.1.0
 */
export interface DecisionBase {
  readonly leadId: LeadId;
  readonly ledger: LedgerName;
  /** The branches that led here, outermost first; empty for a strategy without branches. */
  readonly path: readonly string[];
  /** The moment of the last change. It never runs back: what comes late happens at the moment of the change before it. */
  readonly atMs: EpochMs;
  /** 0 at first, plus one for each event that changed it. */
  readonly revision: number;
  /** The version of the state that was read. */
  readonly stateVersion: number;
  /** The strategy's fingerprint. */
  readonly strategy: string;
  /** The events already answered, oldest first; the last {@link EVENT_IDS_KEPT}. */
  readonly eventIds: readonly string[];
  /** One entry for each filter, in written order, then one for the selector; of the last time that they were asked. */
  readonly leftOut: readonly LeftOutCount[];
  /** How many reps were ranked: every filter let them through, and they take a turn. */
  readonly candidates: number;
  /** Reps who had this lead, or an offer of it, and gave it up; they are not asked again. Absent: none. */
  readonly tried?: readonly RepId[];
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
  readonly round: number;
}

/**
 * Why nobody has the lead.
 *
 * @since 0.1.0
 */
export type UnassignedReason =
  | "empty-roster"
  | "all-left-out"
  | "none-takes-a-turn"
  | "nobody-else"
  | "nobody-accepted"
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
  /** Who comes next, as far as that is settled; whoever else may be asked stands behind. */
  readonly waiting: readonly RepId[];
  readonly wakeAtMs: EpochMs;
  /** The number of the ring that is being asked, from 0. Absent: there are no rings. */
  readonly ring?: number;
  /** When the next ring is asked. Absent: when nobody of this one is left to ask. */
  readonly ringEndsAtMs?: EpochMs;
  /** How many offers were made so far, the open ones among them. */
  readonly offersMade?: number;
  /** Who was asked, said no, and is not asked again while somebody was only silent. Absent: nobody. */
  readonly declined?: readonly RepId[];
  /** Who was asked and did not answer in this pass. Absent: nobody. */
  readonly silent?: readonly RepId[];
}

/**
 * In a pool from which one of `mayClaim` takes it.
 *
 * @since 0.1.0
 */
export interface PooledPlace {
  readonly status: "pooled";
  readonly mode: "open" | "blind";
  readonly mayClaim: readonly RepId[];
  readonly wakeAtMs?: EpochMs;
}

/**
 * Put aside until a moment.
 *
 * @since 0.1.0
 */
export interface ParkedPlace {
  readonly status: "parked";
  readonly reason: string;
  readonly wakeAtMs: EpochMs;
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
 * The end, with who held it last.
 *
 * @since 0.1.0
 */
export interface ClosedPlace {
  readonly status: "closed";
  readonly repId?: RepId;
  readonly result: CloseResult | "merged";
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
  /** What the rep's account paid, in credits: what a return gives back. 0 where the lead was moved by hand. */
  readonly price: number;
  readonly standing: RepStanding;
  /** Who would have had it next. Absent where nobody else was in play. */
  readonly runnerUp?: RepStanding;
  /** When the holder made first contact. Absent: not yet. */
  readonly workedAtMs?: EpochMs;
}

/**
 * Where one lead stands: plain JSON, kept with the lead by the caller. `switch` on `status`.
 *
 * @since 0.1.0
 */
export type Decision = DecisionBase &
  (AssignedPlace | OfferedPlace | PooledPlace | ParkedPlace | UnassignedPlace | ClosedPlace);

import type { Decision, RepStanding } from "./decision.js";
import type { LeadId, LedgerName, RepId } from "./id.js";
import type { EpochMs } from "./instant.js";
import type { Json } from "./json.js";
import type { Merit } from "./selector.js";

/**
 * A rep who was no candidate: the first stage, in written order, that left it out, and why.
 *
 * The stage is a filter, the selector (for who takes no turn), or `"tried"` for who had the lead before.
 *
 * @since 0.1.0
 */
export interface LeftOutRep {
  readonly repId: RepId;
  readonly by: string;
  /** In plain words, a sentence without a subject. */
  readonly reason: string;
  /** What the rep has. */
  readonly has?: Json;
  /** What was asked for. */
  readonly wants?: Json;
  /** The rep cannot pass before this moment, as far as this stage goes. Absent: nobody can say. */
  readonly untilMs?: EpochMs;
  /** The rep is entitled to its part of the lead all the same, as far as the selector keeps an account and the limit goes. Absent: it is not. */
  readonly isOwed?: true;
}

/**
 * A candidate at its place in the order, with what put it there where the selector says.
 *
 * @since 0.1.0
 */
export interface RankedRep extends RepStanding {
  readonly merit?: Merit;
  /** What of its credit was added by hand in all, in leads, and the last reason. Absent: nothing. */
  readonly adjusted?: { readonly leads: number; readonly reason: string; readonly by?: string };
}

/**
 * The reasoning behind a decision: plain JSON, made only when asked for.
 *
 * @since 0.1.0
 */
export interface Explanation {
  readonly leadId: LeadId;
  readonly ledger: LedgerName;
  /** The branches that led here, outermost first. */
  readonly path: readonly string[];
  /** The fingerprint of the strategy that decided. */
  readonly strategy: string;
  readonly atMs: EpochMs;
  readonly status: Decision["status"];
  /** Why nobody has the lead, or why it is put aside. */
  readonly reason?: string;
  /** Until when the lead is put aside. Absent: it is not. */
  readonly wakeAtMs?: EpochMs;
  /** Whoever has the lead, is offered it, or may claim it. */
  readonly given: readonly RepId[];
  /** Everybody of the roster who is no candidate, sorted by id. */
  readonly leftOut: readonly LeftOutRep[];
  /** Best first. */
  readonly candidates: readonly RankedRep[];
  /** Those who share the best score, where that was more than one: the selector's tie rule decided. */
  readonly tie?: readonly RepId[];
  /** The lead lies in a blind pool, so nothing is said that may tell of it: of reasons the stage alone, and no merits. Absent: all is said. */
  readonly isHidden?: boolean;
  /** Alternatives that were asked before and found nobody. Absent: none. */
  readonly before?: readonly Explanation[];
}

import type { LedgerName, RepId } from "./id.js";
import type { EpochMs } from "./instant.js";

/**
 * Numbers of one kind that a selector remembers, one for each of the state's `ids`.
 *
 * @since 0.1.0
 */
export interface Column {
  readonly name: string;
  readonly values: readonly number[];
}

/**
 * One number that a selector remembers for the ledger as a whole.
 *
 * @since 0.1.0
 */
export interface Total {
  readonly name: string;
  readonly value: number;
}

/**
 * What somebody added to a rep's account by hand, or took away: all together, and the last time.
 *
 * @since 0.1.0
 */
export interface Adjusted {
  readonly repId: RepId;
  /** All of it, in whole credits. */
  readonly credits: number;
  readonly last: {
    readonly leads: number;
    readonly reason: string;
    /** Absent: nobody says. */
    readonly by?: string;
    readonly atMs: EpochMs;
  };
}

/**
 * The fairness account of the strategies that name it.
 *
 * `credits` and `outside` always add up to zero: `outside` holds what forgotten reps took along, what
 * returned leads gave back, and what was added by hand. {@link CREDITS_PER_LEAD} credits are one lead.
 *
 * @since 0.1.0
 */
export interface Ledger {
  readonly name: LedgerName;
  /** What is still owed to each rep (negative: it had more than its share), in whole credits. */
  readonly credits: readonly number[];
  readonly outside: number;
  /** Whatever else is remembered per rep, sorted by name; `refunds` counts the leads given back for a refund. */
  readonly columns: readonly Column[];
  readonly totals: readonly Total[];
  /** Sorted by `repId`. Absent: nobody's account was adjusted. */
  readonly adjusted?: readonly Adjusted[];
}

/**
 * What filters wrote down under one name, for limits in time and the like.
 *
 * @since 0.1.0
 */
export interface NoteColumn {
  readonly name: string;
  /** The places in the state's `ids` of those of whom something is written, rising. */
  readonly places: readonly number[];
  /** What is written of each of them; never empty. */
  readonly ofReps: readonly (readonly number[])[];
  /** What is written of all together; empty where nothing is. */
  readonly ofAll: readonly number[];
}

/**
 * What must be remembered between two leads: plain JSON, small (it grows with the reps ever seen, never
 * with the leads), and free of any order of keys.
 *
 * Store it with `JSON.stringify`, bring it back with {@link readState}. Store the decision in the same
 * transaction, and compare this `version` and the decision's `revision` when you commit.
 *
 * @since 0.1.0
 */
export interface State {
  /** The shape of this record. */
  readonly format: 1;
  /** Plus one for each change; the same when nothing changed. */
  readonly version: number;
  readonly seed: string;
  /** Every rep ever seen and not forgotten, sorted by UTF-16 code units. The columns run beside it. */
  readonly ids: readonly RepId[];
  /** Leads held now, per rep. */
  readonly openLeads: readonly number[];
  /** Offers not yet answered, per rep. */
  readonly openOffers: readonly number[];
  /** The effort of the leads held now, per rep: what each weighed when it was taken. */
  readonly openEffort: readonly number[];
  /** The effort of the offers not yet answered, per rep. */
  readonly offeredEffort: readonly number[];
  /** Sorted by name. */
  readonly ledgers: readonly Ledger[];
  /** Sorted by name; filters of all strategies share them. */
  readonly notes: readonly NoteColumn[];
}

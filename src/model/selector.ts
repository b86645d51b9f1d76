import type { ReadonlyNonEmptyArray } from "fp-ts/lib/ReadonlyNonEmptyArray.js";
import type { Filter, Owes } from "./filter.js";
import type { LedgerName, RepId } from "./id.js";
import type { EpochMs } from "./instant.js";
import type { Json } from "./json.js";
import type { Lead } from "./lead.js";
import type { Notes } from "./notes.js";
import type { Rep } from "./rep.js";
import type { Standing } from "./standing.js";

/**
 * A rep whom every filter let through.
 *
 * @since 0.1.0
 */
export interface Candidate {
  readonly id: RepId;
  readonly rep: Rep;
  /** The rep's weight as a whole number: thousandths, divided by the greatest common divisor over the roster. */
  readonly weight: number;
  /** The rep's place in the roster sorted by id, so comparing places compares ids. */
  readonly place: number;
}

/**
 * The candidates for one lead, sorted by id; never empty.
 *
 * @since 0.1.0
 */
export type Candidates = ReadonlyNonEmptyArray<Candidate>;

/**
 * Reads the strategy's ledger, before the turn. What was never written reads 0.
 *
 * @since 0.1.0
 */
export interface LedgerView {
  readonly name: LedgerName;
  /** The state's seed, for selectors that draw. */
  readonly seed: string;
  /** What is owed to the candidate, in credits. */
  readonly credit: (candidate: Candidate) => number;
  /** The candidate's number in one of the selector's own columns. */
  readonly number: (column: string, candidate: Candidate) => number;
  /** One of the selector's own totals. */
  readonly total: (name: string) => number;
}

/**
 * The candidates who take a turn, best first, read by place: a push takes place 0, a cascade goes on.
 * A sorted array is one.
 *
 * @since 0.1.0
 */
export interface Ranking {
  readonly length: number;
  readonly at: (place: number) => Candidate | undefined;
}

/**
 * New numbers in one column: that of `candidates[i]` becomes `values[i]`. Candidates stand in the order of their ids.
 *
 * @since 0.1.0
 */
export interface ColumnChange {
  readonly candidates: readonly Candidate[];
  readonly values: readonly number[];
}

/**
 * What a turn does to the ledger. Whatever is left out stays as it is.
 *
 * @since 0.1.0
 */
export interface Booking {
  /** The part of the lead that the taker was entitled to, from 0 to 1; its propensity where chance chose. */
  readonly share: number;
  /** What the taker's account paid, in credits: what a return will give back, so 0 unless `credits` charge it. */
  readonly price: number;
  /** New credits. What these credits gain in all, the ledger's `outside` loses. */
  readonly credits?: ColumnChange;
  readonly columns?: readonly (ColumnChange & { readonly name: string })[];
  readonly totals?: readonly { readonly name: string; readonly value: number }[];
}

/**
 * A rep whom only filters that owe leave out, by the strictest of what they owe.
 *
 * @since 0.1.0
 */
export interface Owed extends Owes {
  readonly rep: Candidate;
}

/**
 * What a selector is asked when it orders.
 *
 * @since 0.1.0
 */
export interface OrderQuestion {
  readonly lead: Lead;
  readonly candidates: Candidates;
  /**
   * Everybody of the roster, candidates and all others, each at its place: for what must not change with the filters.
   */
  readonly reps: readonly Candidate[];
  /**
   * Who is owed a part of this lead without being a candidate, in the order of their ids: nobody where no filter
   * owes.
   */
  readonly owed: readonly Owed[];
  readonly ledger: LedgerView;
  /** The candidate's load, other than from this lead, and its account. */
  readonly standing: (candidate: Candidate) => Standing;
  /**
   * What filters and selectors wrote down about a rep and about all, such as for {@link limits}; {@link usage} reads
   * it.
   */
  readonly notes: (candidate: Candidate) => Notes;
  readonly nowMs: EpochMs;
}

/**
 * What a selector is asked when a turn of `taker` among `candidates` has ended.
 *
 * @since 0.1.0
 */
export interface BookQuestion extends OrderQuestion {
  readonly taker: Candidate;
  /** Whether the taker has the lead, or let its turn pass. */
  readonly ended: "taken" | "lost";
}

/**
 * One of the parts that a score is made of.
 *
 * @since 0.1.0
 */
export interface MeritPart {
  readonly name: string;
  /** What it adds to the score. */
  readonly score: number;
  /** In plain words, a sentence without a subject: "has 2 levels of \"german\" more than asked". */
  readonly says: string;
}

/**
 * What puts a candidate in its place: read when an explanation is asked for, and by selectors that are put round
 * this one and go by its scores, such as {@link thenBy}.
 *
 * @since 0.1.0
 */
export interface Merit {
  /** The larger comes first; equal scores are a tie. */
  readonly score: number;
  /** The part of the lead that the candidate is entitled to, from 0 to 1. */
  readonly share: number;
  /** In plain words, a sentence without a subject: "is owed 1.25 leads". */
  readonly says: string;
  /** What the score is made of, where it is made of parts. */
  readonly parts?: readonly MeritPart[];
}

/**
 * The second stage: who comes first among those who may, and what a turn does to the ledger.
 *
 * Ordering and booking are apart, so that a push, a cascade and a race can all use the same selector.
 * Both are pure; ties must end with the smaller id or something else that does not depend on the roster's order.
 *
 * @example
 * ```ts
 * // Whoever joined first comes first; nothing is remembered.
 * const bySeniority: Selector = {
 *   name: "bySeniority",
 *   order: ({ candidates }) =>
 *     [...candidates].sort((a, b) => (a.rep.joinedAtMs ?? 0) - (b.rep.joinedAtMs ?? 0) || a.place - b.place),
 *   book: () => ({ share: 1, price: 0 }),
 * };
 * const strategy = compose({ ledger: "desk", filters: [], selector: bySeniority });
 * const roster = { reps: [{ id: "ann", joinedAtMs: 20 }, { id: "bob", joinedAtMs: 10 }] };
 * holderOf(unwrap(strategy({ id: "l1", receivedAtMs: 30 }, roster, emptyState({ seed: "s" }))).decision); // => "bob"
 * ```
 *
 * @since 0.1.0
 */
export interface Selector {
  readonly name: string;
  /** The options that shaped the selector; part of the strategy's fingerprint. */
  readonly literals?: Json;
  /**
   * Its promise is void once anybody is filtered out, so `compose` refuses filters beside it. Absent: filters are
   * welcome.
   */
  readonly needsEverybody?: true;
  /**
   * Who comes first is drawn by chance, with the share of booking and merits as its propensity. Absent: order follows
   * from what is known.
   */
  readonly byChance?: true;
  /** May leave out candidates that take no turn, and may leave out all. */
  readonly order: (question: OrderQuestion) => Ranking;
  readonly book: (question: BookQuestion) => Booking;
  /** Asked once for each {@link Happening}, after the filters, as {@link Filter.note} is: what to write down. */
  readonly note?: NonNullable<Filter["note"]>;
  /** What the order is made of. Must agree with `order`: nobody stands before a larger score. */
  readonly merits?: (question: OrderQuestion) => (candidate: Candidate) => Merit;
}

import type { FilterIndex } from "./filterIndex.js";
import type { FilterQuestion } from "./filterQuestion.js";
import type { RepId } from "./id.js";
import type { EpochMs } from "./instant.js";
import type { Json } from "./json.js";
import type { NoteQuestion } from "./noteQuestion.js";
import type { Note } from "./notes.js";
import type { Rep } from "./rep.js";

/**
 * The rep may have the lead. Of all who may, only those of the least `rank` stay candidates; 0 is best.
 *
 * @since 0.1.0
 */
export interface Pass {
  readonly passes: true;
  readonly rank: number;
  /** Why the rank is not 0, in plain words: a sentence without a subject, such as "speaks en, its second choice". */
  readonly reason?: string;
}

/**
 * The rep may not have the lead, and why.
 *
 * @since 0.1.0
 */
export interface Exclusion {
  readonly passes: false;
  /** In plain words, a sentence without a subject: "speaks en, de; the lead asks for sv". */
  readonly reason: string;
  /** What the rep has. */
  readonly has?: Json;
  /** What was asked for. */
  readonly wants?: Json;
  /** The rep cannot pass before this moment, which lies after the question's, as far as this filter goes. Absent: nobody can say. */
  readonly untilMs?: EpochMs;
}

/**
 * What a filter owes to those whom it leaves out.
 *
 * @since 0.1.0
 */
export interface Owes {
  /** The most that one rep may be owed in this way, in leads, apart from its credits. Absent: its part goes to the credits, as if it were in play. */
  readonly mostLeads?: number;
  /** So long after the rep last missed something, what is still owed is over. Absent: never. */
  readonly expiresAfterMs?: number;
}

/**
 * What a filter is asked when nobody is found.
 *
 * @since 0.1.0
 */
export interface HoldQuestion extends Pick<FilterQuestion, "lead" | "nowMs" | "repOf"> {
  /** Who gave the lead up and is not asked again. */
  readonly tried: readonly RepId[];
  /**
   * The earliest moment at which somebody who takes turns passes every filter, of those whom this one leaves out now, as far as filters say
   * until when. Nothing where it leaves out nobody, or another does not say. Cost: O(reps), each asked by every filter, and again at the moments named.
   */
  readonly earliestMs: () => EpochMs | undefined;
}

/**
 * The lead waits until a moment, rather than being given up.
 *
 * @since 0.1.0
 */
export interface Hold {
  /** In one word or a few: "owner-away". */
  readonly reason: string;
  /** After the moment of the question. */
  readonly wakeAtMs: EpochMs;
}

/**
 * The first stage: may this rep have this lead, at this moment; if not, why?
 *
 * A pure function of the question. Ranks settle preferences without losing anybody: when every filter has
 * been asked about every rep, each filter in written order keeps only the reps of its least rank. A filter is
 * asked only about those whom the filters before it let through.
 *
 * @example
 * ```ts
 * const vip: Filter = {
 *   name: "vip",
 *   test: ({ lead, rep }) =>
 *     (lead.value ?? 0) < 10_000 || rep.tier === 1
 *       ? { passes: true, rank: 0 }
 *       : { passes: false, reason: "is not of tier 1", has: rep.tier ?? null, wants: 1 },
 * };
 * const strategy = compose({ ledger: "desk", filters: [vip], selector: rotation() });
 * const roster = { reps: [{ id: "ann" }, { id: "bob", tier: 1 }] };
 * const lead = { id: "l1", receivedAtMs: 0, value: 50_000 };
 * holderOf(unwrap(strategy(lead, roster, emptyState({ seed: "s" }))).decision); // => "bob"
 * ```
 *
 * @since 0.1.0
 */
export interface Filter {
  /** Stands in `leftOut`, in refusals and in explanations. Anything but `"tried"`. */
  readonly name: string;
  /** The options that shaped the filter; part of the strategy's fingerprint. */
  readonly literals?: Json;
  readonly test: (question: FilterQuestion) => Pass | Exclusion;
  /**
   * Prepares answers for a whole roster, sorted by id. Called once for each roster and remembered. Must agree with `test`
   * on who passes and with which rank; a law of `fairlead/testing` checks it.
   */
  readonly index?: (reps: readonly Rep[]) => FilterIndex;
  /**
   * Asked when nobody is left in order: whether the lead is to wait, and until when. Goes before what the delivery does with
   * such a lead; of several, the earliest moment counts.
   */
  readonly hold?: (question: HoldQuestion) => Hold | undefined;
  /**
   * Asked once for each {@link Happening}: what to write down. Of one event the silent come first, then whoever has the lead no more, then who
   * takes it; each sees what the one before wrote. Not asked about offers, which are open and stand in `standing.openOffers`, nor about reps
   * who are not on the roster.
   */
  readonly note?: (question: NoteQuestion) => readonly Note[];
  /** Whoever is left out by such filters alone is still owed its part of the lead, as {@link owe} says. Absent: it is not. */
  readonly owes?: Owes;
}

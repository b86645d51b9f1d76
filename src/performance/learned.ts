import { demand } from "../internal/demand.js";
import type { EpochMs } from "../model/instant.js";
import type { NoteQuestion } from "../model/noteQuestion.js";
import type { Evidence, TrackRecord } from "../model/performance.js";
import { type Cohort, type Cohorts, sumOf, withAdded } from "./cohorts.js";

/**
 * Options of {@link learned}.
 *
 * @since 0.1.0
 */
export interface LearnedOptions {
  /**
   * How long a lead needs until it counts, in whole milliseconds: whatever is not won by then has failed so far, and is
   * won if it is won later.
   */
  readonly maturesAfterMs: number;
  /** Leads are counted by spans of time of this length, such as a week, from 1970 on, in whole milliseconds. */
  readonly spanMs: number;
  /** So many mature spans count, the latest; older ones are forgotten. */
  readonly spans: number;
  /** What a lead counts against one of the span after it: above 0, at most 1. Absent: 1. */
  readonly keepPerSpan?: number;
  /** Segments whose leads are counted by themselves too. Absent: none. */
  readonly segments?: readonly string[];
}

const NOTHING: TrackRecord = { leads: 0, won: 0 };

const MOST_SPANS = 1_000;

/** What one lead brings or costs counts up to here, so that no sum is too large for a number. */
const MOST_VALUE = 1e15;

const broughtBy = (value = 0): number => Math.max(-MOST_VALUE, Math.min(value, MOST_VALUE));

const isWhole = (value: unknown, least: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= least;

/**
 * What a happening adds, to the span in which the rep got the lead. What was no lead of the rep's after all is taken
 * off again.
 */
const addedBy = ({ what, event, nowMs, sinceMs }: NoteQuestion): Partial<Cohort> | undefined => {
  if (what === "taken") return { leads: 1 };
  if (what === "worked") return { contacts: 1, waitedMs: Math.max(0, nowMs - sinceMs) };
  if (what !== "released" || event === undefined) return undefined;
  switch (event.type) {
    case "closed":
      if (event.result === "won") return { won: 1, value: broughtBy(event.value) };
      return event.result === "disqualified" ? { leads: -1 } : undefined;
    case "merged":
    case "reassigned":
    case "released":
    case "updated":
      return { leads: -1 };
    default:
      return undefined;
  }
};

/**
 * Learns what came of leads from the events that the strategy is told: how many each rep took, how many of those were
 * `closed` as won and what they brought, and how long they waited for first contact.
 *
 * Leads are counted by the span of time in which they were taken. A span counts once its last lead has had
 * `maturesAfterMs` to be won, so that nobody who was given many leads of late looks as if it had lost them. What is won
 * later is still won.
 *
 * @remarks
 * - **What counts:** a lead that was taken, in its segment as that is then, and what comes of it in its segment as that
 *   is when it comes. A lead that the rep gave back, or lost by making no contact in time, was not won; one that was
 *   merged, disqualified, moved or taken away by somebody, or moved on since more became known of it, was none of the
 *   rep's. A lead that comes in anew after it was over is another lead. A win of a lead that was never counted, such as
 *   from before there was anything to count, is not counted. The first end of a lead stands.
 * - **Segments:** let the segment stay as it was when the lead was taken; a win in another segment counts there, for
 *   another lead of that span or for none.
 * - **Who is away:** is to stay on the roster, as inactive. How leads end is not heard while their rep is not on it, so
 *   its wins of that time count as not won.
 * - **State:** six numbers for each rep and span, and as many more for each segment; notes that all strategies on one
 *   state share whose spans are the same in length and number. Whoever leaves and comes back is known as before. As
 *   many spans are kept as are needed and two more, twice as many where the clock was behind, so a clock that was wrong
 *   over no more than two spans costs no more than what it wrote.
 * - **Units:** milliseconds, leads, the value of won leads (up to 10^15 each). What a deal cost is taken off what
 *   others brought, and the whole is never less than nothing.
 * - **Errors:** a `RangeError` for times that are not whole or not above 0, more than 1,000 spans in all, a
 *   `keepPerSpan` that is not above 0 and at most 1, and segments that are no list of names.
 * - **Promise:** leads that have not had their time change no figure.
 * - **Cost:** O(spans) for each rep that is asked about, and for each lead that something happens to.
 *
 * @example
 * ```ts
 * const day = 86_400_000;
 * const evidence = learned({ maturesAfterMs: 30 * day, spanMs: 7 * day, spans: 26 });
 * const strategy = compose({ ledger: "desk", filters: [], selector: topProducer({ evidence }) });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
 * const first = { id: "l1", receivedAtMs: 0 };
 * const taken = unwrap(strategy(first, roster, emptyState({ seed: "s" })));
 * const moved = { id: "e1", atMs: day, type: "reassigned", to: "bob" } as const;
 * const bobs = unwrap(strategy.respond(first, taken.decision, moved, roster, taken.state));
 * const won = { id: "e2", atMs: 9 * day, type: "closed", result: "won" } as const;
 * const { state } = unwrap(strategy.respond(first, bobs.decision, won, roster, bobs.state));
 * const takerAfter = (days: number) =>
 *   holderOf(unwrap(strategy({ id: "l2", receivedAtMs: days * day }, roster, state)).decision);
 * [takerAfter(10), takerAfter(40)]; // => ["ann", "bob"]
 * ```
 *
 * @since 0.1.0
 */
export const learned = (options: LearnedOptions): Evidence => {
  const { maturesAfterMs, spanMs, spans, keepPerSpan = 1, segments = [] }: LearnedOptions = Object(options);
  demand(isWhole(maturesAfterMs, 0), "learned: maturesAfterMs must be a whole number, not negative");
  demand(isWhole(spanMs, 1) && isWhole(spans, 1), "learned: spanMs and spans must be whole numbers above 0");
  const kept = spans + Math.ceil(maturesAfterMs / spanMs) + 1;
  demand(kept <= MOST_SPANS, `learned: at most ${MOST_SPANS} spans, those that are not mature among them`);
  demand(keepPerSpan > 0 && keepPerSpan <= 1, "learned: keepPerSpan must be above 0, at most 1");
  demand(
    Array.isArray(segments) && segments.every((each) => typeof each === "string"),
    "learned: segments must be a list of names",
  );
  const known = new Set(segments);
  const spanOf = (atMs: EpochMs): number => Math.floor(atMs / spanMs);
  // By multiplying, since powers may differ in the last bit between engines.
  const fading = [1];
  while (fading.length < spans) fading.push((fading.at(-1) as number) * keepPerSpan);
  // All that shapes what is written, so that those who would write otherwise write elsewhere.
  const nameFor = (segment: string | undefined): string => {
    const whole = `outcomes of ${kept} spans of ${spanMs} ms`;
    return segment === undefined ? whole : `${whole} in ${JSON.stringify(segment)}`;
  };
  const counted = (cohorts: Cohorts, nowMs: EpochMs): TrackRecord => {
    const last = spanOf(nowMs - maturesAfterMs) - 1;
    const { leads, won, value, contacts, waitedMs } = sumOf(cohorts, (span) => fading[last - span] ?? 0);
    const sum = { leads, won, value: Math.max(0, value), contacts };
    return contacts > 0 ? { ...sum, responseMs: waitedMs / contacts } : sum;
  };
  return {
    name: "learned",
    literals: { maturesAfterMs, spanMs, spans, keepPerSpan, segments: [...segments] },
    of:
      ({ notes, nowMs }) =>
      (rep, segment) =>
        segment !== undefined && !known.has(segment)
          ? NOTHING
          : counted(notes(rep).ofRep(nameFor(segment)), nowMs),
    note: (question) => {
      const more = addedBy(question);
      if (more === undefined) return [];
      const { lead, notes, nowMs, sinceMs } = question;
      const of =
        lead.segment !== undefined && known.has(lead.segment) ? [undefined, lead.segment] : [undefined];
      return of.map((segment) => {
        const name = nameFor(segment);
        const values = withAdded(notes.ofRep(name), spanOf(sinceMs), more, spanOf(nowMs), kept);
        return { name, of: "rep", values } as const;
      });
    },
  };
};

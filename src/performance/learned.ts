import { demand } from "../internal/demand.js";
import type { NoteQuestion } from "../model/filter.js";
import type { EpochMs } from "../model/instant.js";
import type { Evidence, Outcomes } from "../model/performance.js";
import { type Cohorts, eachSpan, withAdded } from "./cohorts.js";

/**
 * Options of {@link learned}.
 *
 * @since 0.1.0
 */
export interface LearnedOptions {
  /** How long a lead needs until it counts, in whole milliseconds: whatever is not won by then has failed so far, and is won if it is won later. */
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

const NOTHING: Outcomes = { leads: 0, won: 0 };

const MOST_SPANS = 1_000;

const isWhole = (value: unknown, least: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= least;

const nameFor = (segment: string | undefined): string =>
  segment === undefined ? "outcomes" : `outcomes of ${JSON.stringify(segment)}`;

/** What a happening adds, to the span in which the rep got the lead. What was no lead of the rep's after all is taken off again. */
const addedBy = ({ what, event }: NoteQuestion): Outcomes | undefined => {
  if (what === "taken") return { leads: 1, won: 0 };
  if (what !== "released" || event === undefined) return undefined;
  switch (event.type) {
    case "closed":
      if (event.result === "won")
        return { leads: 0, won: 1, ...(event.value === undefined ? {} : { value: event.value }) };
      return event.result === "disqualified" ? { leads: -1, won: 0 } : undefined;
    case "merged":
    case "reassigned":
    case "released":
      return { leads: -1, won: 0 };
    default:
      return undefined;
  }
};

/**
 * Learns what came of leads from the events that the strategy is told: how many each rep took, and how many of those were `closed` as won.
 *
 * Leads are counted by the span of time in which they were taken. A span counts once its last lead has had `maturesAfterMs` to be won, so that nobody who was given many leads
 * of late looks as if it had lost them. What is won later is still won.
 *
 * @remarks
 * - **What counts:** a lead that was taken. A lead that the rep gave back, or lost by making no contact in time, was not won; one that was merged, disqualified, moved or taken away
 *   by somebody was none of the rep's.
 * - **State:** three numbers for each rep and span, and as many more for each segment; notes that all strategies on one state share. All that learn with one another need the same options.
 * - **Units:** milliseconds, leads, the lead's value.
 * - **Errors:** a `RangeError` for times that are not whole or not above 0, more than 1,000 spans in all, a `keepPerSpan` that is not above 0 and at most 1.
 * - **Cost:** O(spans) for each rep.
 *
 * @example
 * ```ts
 * const evidence = learned({ maturesAfterMs: 10, spanMs: 10, spans: 5 });
 * const selector = topProducer({ evidence });
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
  const counted = (cohorts: Cohorts, nowMs: EpochMs): Outcomes => {
    const last = spanOf(nowMs - maturesAfterMs) - 1;
    const sum = { leads: 0, won: 0, value: 0 };
    for (const [span, of] of eachSpan(cohorts)) {
      const part = fading[last - span] ?? 0;
      sum.leads += part * of.leads;
      sum.won += part * of.won;
      sum.value += part * of.value;
    }
    return { ...sum, won: Math.min(sum.won, sum.leads) };
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

import { demand } from "../internal/demand.js";
import type { Json } from "../model/json.js";
import type { Evidence, TrackRecord } from "../model/performance.js";
import type { Candidate } from "../model/selector.js";
import { type Estimate, estimatesOf } from "./estimates.js";
import { fromRoster } from "./fromRoster.js";
import { meansOf } from "./means.js";
import { oncePerMoment } from "./oncePerMoment.js";
import type { SeenQuestion } from "./seen.js";
import { wilson } from "./wilson.js";

/**
 * By what selectors rate reps.
 *
 * @since 0.1.0
 */
export interface RatingOptions {
  /** Where it is known from what came of leads. Absent: {@link fromRoster}. */
  readonly evidence?: Evidence;
  /**
   * `"lowEnd"`, the default: what the rate of won leads is at least, as {@link wilson} has it, so 1 of 1 never stands
   * above 90 of 100, and whoever had none is last. `"estimate"`: how likely the next lead is won, small samples drawn
   * to what is usual. `"valuePerLead"`: the same times what a won lead is worth to the rep, drawn to what is usual as
   * well. `"response"`: the shortest wait for first contact first, drawn likewise.
   */
  readonly by?: "lowEnd" | "estimate" | "valuePerLead" | "response";
  /**
   * Whoever had at least so many leads of the lead's segment is rated by those; all others by all their leads, times
   * how often leads of the segment are won against all. Absent: segments make no difference.
   */
  readonly leastLeadsInSegment?: number;
}

/** How good a rep is, the larger the better, and why. */
export interface Rating {
  readonly score: number;
  /** A sentence without a subject, made when it is asked for: whoever compares scores alone does not pay for it. */
  readonly says: () => string;
}

/** Rates everybody of the roster, whoever the candidates are. */
export interface Rater {
  readonly literals: Json;
  readonly ratingsFor: (question: SeenQuestion) => (rep: Candidate) => Rating;
  readonly evidence: Evidence;
}

/** Where it is known from, and whether segments count: what all selectors that go by outcomes are told alike. */
export interface Basis extends Required<Pick<RatingOptions, "evidence">> {
  readonly estimatesFor: (question: SeenQuestion) => (rep: Candidate) => Estimate;
  readonly literals: { readonly [name: string]: Json };
}

/** What the options say of that; a `RangeError` for options that are none. */
export const basisOf = (
  name: string,
  options: Pick<RatingOptions, "evidence" | "leastLeadsInSegment">,
): Basis => {
  const { evidence = fromRoster(), leastLeadsInSegment }: RatingOptions = Object(options);
  const isEvidence = typeof evidence?.of === "function" && typeof evidence.name === "string";
  demand(isEvidence, `${name}: evidence must be evidence (was it called?)`);
  demand(
    leastLeadsInSegment === undefined || (leastLeadsInSegment >= 0 && Number.isFinite(leastLeadsInSegment)),
    `${name}: leastLeadsInSegment must be a number, not negative`,
  );
  const known = { name: evidence.name, literals: evidence.literals ?? null };
  return {
    evidence,
    estimatesFor: oncePerMoment((question) => estimatesOf(question, evidence, leastLeadsInSegment)),
    literals: { evidence: known, leastLeadsInSegment: leastLeadsInSegment ?? null },
  };
};

export const percent = (rate: number): string => `${(rate * 100).toFixed(1)} %`;

/** What was seen, in words. */
export const seenText = ({ leads, won }: TrackRecord): string =>
  `${won.toFixed(0)} of ${leads.toFixed(0)} leads`;

/** Puts a number on what is to be expected, with words for it. */
type Measure = (
  estimateOf: (rep: Candidate) => Estimate,
  reps: readonly Candidate[],
) => (rep: Candidate) => Rating;

const byLowEnd: Measure = (estimateOf) => (rep) => {
  const { seen, factor } = estimateOf(rep);
  // No more than had all been won: one lead stays one lead, however much more of the segment is won.
  const most = wilson({ ...seen, won: seen.leads });
  const low = Math.min(most.low, wilson(seen).low * factor);
  const says = (): string => {
    const where = factor === 1 ? "is" : "comes to";
    const of = factor === 1 ? "" : " of leads of the segment";
    return `won ${seenText(seen)}, which ${where} at least ${percent(low)}${of}`;
  };
  return { score: low, says };
};

const byEstimate: Measure = (estimateOf) => (rep) => {
  const { rate, seen } = estimateOf(rep);
  return { score: rate, says: () => `is expected to win ${percent(rate)}, having won ${seenText(seen)}` };
};

const byValue: Measure = (estimateOf, reps) => {
  const worthOf = meansOf(reps, (rep) => {
    const { won, value = 0 } = estimateOf(rep).seen;
    return { times: won, total: value };
  });
  return (rep) => {
    const { rate, seen } = estimateOf(rep);
    const worth = worthOf(rep);
    const score = rate * worth;
    const says = (): string => {
      const from = `${percent(rate)} of ${worth.toFixed(2)}`;
      return `is expected to bring ${score.toFixed(2)} a lead (${from}), having won ${seenText(seen)}`;
    };
    return { score, says };
  };
};

const byResponse: Measure = (estimateOf, reps) => {
  const waitOf = meansOf(reps, (rep) => {
    const { leads, contacts = leads, responseMs } = estimateOf(rep).seen;
    return responseMs === undefined
      ? { times: 0, total: 0 }
      : { times: contacts, total: contacts * responseMs };
  });
  return (rep) => {
    const wait = waitOf(rep);
    return { score: 0 - wait, says: () => `is expected to make contact after ${(wait / 1000).toFixed(1)} s` };
  };
};

const MEASURES: Readonly<Record<NonNullable<RatingOptions["by"]>, Measure>> = {
  lowEnd: byLowEnd,
  estimate: byEstimate,
  valuePerLead: byValue,
  response: byResponse,
};

/** The rater that the options ask for; a `RangeError` for options that are none. */
export const raterOf = (name: string, options: RatingOptions): Rater => {
  const { by = "lowEnd" }: RatingOptions = Object(options);
  demand(
    typeof by === "string" && Object.hasOwn(MEASURES, by),
    `${name}: by must be one of ${Object.keys(MEASURES).join(", ")}`,
  );
  const { evidence, estimatesFor, literals } = basisOf(name, options);
  return {
    evidence,
    literals: { ...literals, by },
    ratingsFor: oncePerMoment((question) => MEASURES[by](estimatesFor(question), question.reps)),
  };
};

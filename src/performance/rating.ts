import { demand } from "../internal/demand.js";
import type { Json } from "../model/json.js";
import type { Evidence } from "../model/performance.js";
import type { Candidate, OrderQuestion } from "../model/selector.js";
import { estimatesOf } from "./estimates.js";
import { fromRoster } from "./fromRoster.js";
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
   * `"lowEnd"`, the default: what the rate of won leads is at least, as {@link wilson} has it, so 1 of 1 never stands above 90 of 100, and whoever had none is last.
   * `"estimate"`: what is to be expected of the next lead, small samples drawn to what is usual.
   */
  readonly by?: "lowEnd" | "estimate";
}

/** How good a rep is, the larger the better, and why. */
export interface Rating {
  readonly score: number;
  /** A sentence without a subject. */
  readonly says: string;
}

/** Rates everybody of the roster, whoever the candidates are. */
export interface Rater {
  readonly literals: Json;
  readonly ratingsFor: (
    question: Pick<OrderQuestion, "lead" | "notes" | "nowMs" | "reps">,
  ) => (rep: Candidate) => Rating;
  readonly evidence: Evidence;
}

const percent = (rate: number): string => `${(rate * 100).toFixed(1)} %`;

const seenText = ({ leads, won }: { readonly leads: number; readonly won: number }): string =>
  `${won.toFixed(0)} of ${leads.toFixed(0)} leads`;

/** The rater that the options ask for; a `RangeError` for options that are none. */
export const raterOf = (name: string, options: RatingOptions): Rater => {
  const { evidence = fromRoster(), by = "lowEnd" }: RatingOptions = Object(options);
  demand(typeof evidence?.of === "function", `${name}: evidence must be evidence (was it called?)`);
  demand(by === "lowEnd" || by === "estimate", `${name}: by must be "lowEnd" or "estimate"`);
  return {
    evidence,
    literals: { evidence: { name: evidence.name, literals: evidence.literals ?? null }, by },
    ratingsFor: (question) => {
      const estimateOf = estimatesOf(question, evidence);
      return (rep) => {
        const { rate, seen } = estimateOf(rep);
        if (by === "estimate")
          return { score: rate, says: `is expected to win ${percent(rate)}, having won ${seenText(seen)}` };
        const { low } = wilson(seen);
        return { score: low, says: `won ${seenText(seen)}, which is at least ${percent(low)}` };
      };
    },
  };
};

import { quoted } from "../internal/quoted.js";
import { textOf } from "../internal/textOf.js";
import type { Evidence, TrackRecord } from "../model/performance.js";
import type { Candidate, OrderQuestion } from "../model/selector.js";

/** Sums over any roster, and their products with rates, stay finite. */
const MOST = 1e100;

const isAmount = (value: unknown): boolean => (value as number) >= 0 && (value as number) <= MOST;

const FIELDS = ["leads", "won", "value", "responseMs", "contacts"] as const;

const faultIn = (given: TrackRecord | undefined): string | undefined => {
  if (typeof given !== "object" || given === null) return `${textOf(given)}, which is no outcomes`;
  const at = FIELDS.findIndex((field, i) => (i < 2 || given[field] !== undefined) && !isAmount(given[field]));
  const field = FIELDS[at];
  if (field !== undefined) return `${field} ${textOf(given[field])}, which is no amount`;
  return given.won > given.leads ? `won ${given.won} of ${given.leads} leads` : undefined;
};

/** What came of the leads of each of the roster, at its place; what is no answer is blamed on the evidence. */
export const seenBy = (
  { evidence, question }: { readonly evidence: Evidence; readonly question: SeenQuestion },
  segment?: string,
): readonly TrackRecord[] => {
  const outcomesOf = evidence.of(question);
  return question.reps.map((rep: Candidate) => {
    const outcomes = segment === undefined ? outcomesOf(rep) : outcomesOf(rep, segment);
    const fault = faultIn(outcomes);
    if (fault === undefined) return outcomes;
    throw new TypeError(`the evidence ${quoted(evidence.name)} gave ${quoted(rep.id)} ${fault}`);
  });
};

/** What evidence is asked, and about whom. */
export type SeenQuestion = Pick<OrderQuestion, "lead" | "notes" | "nowMs" | "reps">;

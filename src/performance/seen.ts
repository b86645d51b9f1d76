import { MOST_OUTCOMES } from "../internal/mostOutcomes.js";
import { namingThrown } from "../internal/namingThrown.js";
import { isUpTo } from "../internal/numberUpTo.js";
import { quoted } from "../internal/quoted.js";
import { textOf } from "../internal/textOf.js";
import type { Evidence, TrackRecord } from "../model/performance.js";
import type { Candidate, OrderQuestion } from "../model/selector.js";

const FIELDS = ["leads", "won", "value", "responseMs", "contacts"] as const;

/** Less than this counts as nothing, so that no quotient is too large for a number. */
const LEAST = 1e-50;

const isTrace = (value: number | undefined): boolean => value !== undefined && value > 0 && value < LEAST;

const withoutTraces = (given: TrackRecord): TrackRecord => {
  const isTraceOf = (field: (typeof FIELDS)[number]): boolean => isTrace(given[field]);
  if (!FIELDS.some(isTraceOf)) return given;
  return { ...given, ...Object.fromEntries(FIELDS.filter(isTraceOf).map((field) => [field, 0])) };
};

const faultIn = (given: TrackRecord | undefined): string | undefined => {
  if (typeof given !== "object" || given === null) return `${textOf(given)}, which is no outcomes`;
  const at = FIELDS.findIndex(
    (field, i) => (i < 2 || given[field] !== undefined) && !isUpTo(given[field], MOST_OUTCOMES),
  );
  const field = FIELDS[at];
  if (field !== undefined) return `${field} ${textOf(given[field])}, which is no amount`;
  return given.won > given.leads ? `won ${given.won} of ${given.leads} leads` : undefined;
};

/** What came of the leads of each of the roster, at its place; what is no answer is blamed on the evidence. */
export const seenBy = (
  { evidence, question }: { readonly evidence: Evidence; readonly question: SeenQuestion },
  segment?: string,
): readonly TrackRecord[] => {
  const named = () => `the evidence ${quoted(evidence.name)}`;
  const outcomesOf = namingThrown(named, () => evidence.of(question));
  return question.reps.map((rep: Candidate) => {
    const asked = () => `${named()}, asked about ${quoted(rep.id)},`;
    const outcomes = namingThrown(asked, () =>
      segment === undefined ? outcomesOf(rep) : outcomesOf(rep, segment),
    );
    const fault = faultIn(outcomes);
    if (fault === undefined) return withoutTraces(outcomes);
    throw new TypeError(`${named()} gave ${quoted(rep.id)} ${fault}`);
  });
};

/** What evidence is asked, and about whom. */
export type SeenQuestion = Pick<OrderQuestion, "lead" | "notes" | "nowMs" | "reps">;

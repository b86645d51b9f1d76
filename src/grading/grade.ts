import { demand } from "../internal/demand.js";
import { namingThrown } from "../internal/namingThrown.js";
import { isUpTo, numberUpTo } from "../internal/numberUpTo.js";
import { quoted } from "../internal/quoted.js";
import { shortened } from "../internal/shortened.js";
import type { GradePart, Grading, LeadGrade } from "../model/grading.js";
import type { EpochMs } from "../model/instant.js";
import type { Lead } from "../model/lead.js";
import type { Criterion } from "./criterion.js";
import { isForUnknown, isMost } from "./points.js";

/**
 * Options of {@link grade}.
 *
 * @since 0.1.0
 */
export interface GradeOptions {
  /** The score from which a lead is hot, at most 100. Absent: 70. */
  readonly hotFrom?: number;
  /**
   * The score from which it is warm, above 0, at most that of hot ones. Absent: 40, or that of hot ones where
   * they start lower.
   */
  readonly warmFrom?: number;
}

const partOf = ({ name, most, whenUnknown, of }: Criterion, lead: Lead, nowMs: EpochMs): GradePart => {
  const named = () => `the criterion ${quoted(shortened(name))}`;
  const { points, says } = namingThrown(named, () => of(lead, nowMs));
  if (points === undefined)
    return whenUnknown === "leftOut"
      ? { name, points: 0, of: 0, isKnown: false, says }
      : { name, points: whenUnknown, of: most, isKnown: false, says };
  return { name, points: numberUpTo(most, points, () => `${named()} gave`), of: most, isKnown: true, says };
};

const isCriterion = (each: Criterion | undefined): boolean =>
  typeof each?.name === "string" &&
  typeof each.of === "function" &&
  isMost(each.most) &&
  isForUnknown(each.whenUnknown, each.most);

/** Sums of parts of points are rounded: what lies so little below a whole score is that score. */
const ROUNDING = 1e-10;

/**
 * Grades leads by criteria: points of each, a score from 0 to 100, and cold, warm or hot.
 *
 * The score is what the points are of the most that could be had, in percent, rounded down. A criterion of which
 * nothing is known in a lead says so in its part, and counts as it was told: 0 points, or so many, or it is left
 * out and the others make the score. A lead of which nothing is known that counts scores 0.
 *
 * Criteria of ours: {@link needs}, {@link budget}, {@link timeline}, {@link authority}, {@link engagement}; and
 * {@link ownCriterion} for yours.
 *
 * @remarks
 * - **Units:** points, as you give them: 20 points weigh twice as much as 10. Moments are milliseconds since 1970;
 *   that of the grading is the lead's own where none is given.
 * - **Promise:** pure; with more points for any criterion a lead's score never falls.
 * - **Errors:** a `RangeError` for what is no list of criteria of different names, and for bounds that are none; a
 *   `TypeError` that names a criterion of yours which throws or gives no points.
 * - **Cost:** O(criteria).
 *
 * @example
 * ```ts
 * const gradeOf = grade([
 *   budget({ from: "value", atLeast: [[10_000, 20], [50_000, 40]] }),
 *   authority({ words: { decides: 20, advises: 10 } }),
 *   engagement({ from: "visits", atLeast: [[1, 10], [5, 20]] }),
 * ]);
 * const { score, grade: is, parts } = gradeOf({ id: "l1", receivedAtMs: 0, value: 60_000, attributes: { visits: 2 } });
 * [score, is]; // => [62, "warm"]
 * parts.map(({ name, points, of, says }) => `${name} ${says}: ${points} of ${of}`);
 * // => ["budget is 60000, at least 50000: 40 of 40",
 * //     "authority is not known (authority): 0 of 20",
 * //     "engagement is 2, at least 1: 10 of 20"]
 * ```
 *
 * @since 0.1.0
 */
export const grade = (criteria: readonly Criterion[], options: GradeOptions = {}): Grading => {
  const areCriteria = Array.isArray(criteria) && criteria.length > 0 && [...criteria].every(isCriterion);
  const names = new Set(areCriteria ? criteria.map(({ name }) => name) : []);
  demand(areCriteria && names.size === criteria.length, "grade: needs criteria, no two of one name");
  const { hotFrom = 70, warmFrom = Math.min(40, hotFrom) }: GradeOptions = Object(options);
  demand(
    isUpTo(hotFrom, 100) && isUpTo(warmFrom, hotFrom) && warmFrom > 0,
    "grade: needs 0 < warmFrom <= hotFrom <= 100",
  );
  const all = [...criteria];
  const gradeOf = (score: number): LeadGrade =>
    score >= hotFrom ? "hot" : score >= warmFrom ? "warm" : "cold";
  return Object.assign(
    (lead: Lead, nowMs: EpochMs = lead.receivedAtMs) => {
      const parts = all.map((each) => partOf(each, lead, nowMs));
      const points = parts.reduce((sum, part) => sum + part.points, 0);
      const most = parts.reduce((sum, part) => sum + part.of, 0);
      const score = most === 0 ? 0 : Math.floor((100 * points) / most + ROUNDING);
      return { score, grade: gradeOf(score), parts };
    },
    { literals: { criteria: all.map(({ name, literals }) => ({ name, literals })), hotFrom, warmFrom } },
  );
};

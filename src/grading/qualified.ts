import { demand } from "../internal/demand.js";
import { namingThrown } from "../internal/namingThrown.js";
import { isUpTo, numberUpTo } from "../internal/numberUpTo.js";
import { quoted } from "../internal/quoted.js";
import { shortened } from "../internal/shortened.js";
import type { Graded, Grading } from "../model/grading.js";
import type { EpochMs } from "../model/instant.js";
import type { Json } from "../model/json.js";
import type { Lead } from "../model/lead.js";

/**
 * What a lead must meet, whatever its score.
 *
 * @since 0.1.0
 */
export interface Requirement {
  readonly name: string;
  /** Stands for the condition in fingerprints: give it a new one when you change what the condition does. */
  readonly version: string | number;
  /** Pure; answers `true` or `false`. */
  readonly when: (lead: Lead, nowMs: EpochMs) => boolean;
  /** What becomes of a lead that does not meet it. Absent: `"discard"`. */
  readonly otherwise?: "nurture" | "discard";
}

/**
 * Options of {@link qualified}.
 *
 * @since 0.1.0
 */
export interface QualifiedOptions {
  readonly gradeOf: Grading;
  /** The least score of a lead that is given to somebody, from 0 to 100. */
  readonly giveFrom: number;
  /**
   * The least score of one that is worth nurturing, at most `giveFrom`. Absent: 0, so none is discarded by its
   * score.
   */
  readonly nurtureFrom?: number;
  /** Asked in their order, before the score. Absent: nothing. */
  readonly must?: readonly Requirement[];
}

/**
 * Whether a lead is ready for sales, and why.
 *
 * @since 0.1.0
 */
export interface Qualification {
  readonly verdict: "give" | "nurture" | "discard";
  /** In plain words, a sentence without a subject: "scores 35, and 40 is asked to be given". */
  readonly reason: string;
  readonly graded: Graded;
}

/**
 * Says whether leads are ready for sales, as {@link qualified} makes it. Pure.
 *
 * @since 0.1.0
 */
export interface Qualifying {
  /** The moment is the lead's own where none is given. */
  (lead: Lead, nowMs?: EpochMs): Qualification;
  /** What stands for it in fingerprints. */
  readonly literals: Json;
}

const isRequirement = (each: Requirement | undefined): boolean =>
  typeof each?.name === "string" &&
  each.name !== "" &&
  (typeof each.version === "string" || Number.isFinite(each.version)) &&
  typeof each.when === "function" &&
  [undefined, "nurture", "discard"].includes(each.otherwise);

const isMet = ({ name, when }: Requirement, lead: Lead, nowMs: EpochMs): boolean => {
  const named = () => `the requirement ${quoted(shortened(name))}`;
  const answer: unknown = namingThrown(named, () => when(lead, nowMs));
  if (answer === true || answer === false) return answer;
  throw new TypeError(`${named()} answered neither true nor false`);
};

/**
 * Decides whether a lead is given to somebody, nurtured or discarded, and says why.
 *
 * First what it must meet, in written order: the first that it does not meet decides. Then its score: from
 * `giveFrom` on it is given, from `nurtureFrom` on it is nurtured, below that it is discarded.
 *
 * @remarks
 * - **Units:** scores from 0 to 100, as {@link grade} gives them.
 * - **Promise:** pure, one verdict for every lead; with a larger score a lead is never worse off.
 * - **Errors:** a `RangeError` for options that are none; a `TypeError` that names a requirement which throws, or
 *   answers neither `true` nor `false`, and one for a grading of yours that gives no score.
 * - **Cost:** that of the grading, and of the requirements.
 *
 * @example
 * ```ts
 * const qualify = qualified({
 *   gradeOf: grade([budget({ from: "value", atLeast: [[1_000, 10], [10_000, 40]] })]),
 *   giveFrom: 50,
 *   nurtureFrom: 10,
 *   must: [{ name: "reachable", version: 1, when: ({ email }) => email !== undefined }],
 * });
 * const of = (value: number, email?: string) => {
 *   const { verdict, reason } = qualify({ id: "l1", receivedAtMs: 0, value, ...(email === undefined ? {} : { email }) });
 *   return `${verdict}: ${reason}`;
 * };
 * of(20_000, "a@b.example"); // => "give: scores 100, and 50 is asked to be given"
 * of(2_000, "a@b.example"); // => "nurture: scores 25, and 50 is asked to be given"
 * of(20, "a@b.example"); // => "discard: scores 0, and 10 is asked to be nurtured"
 * of(20_000); // => "discard: does not meet \"reachable\""
 * ```
 *
 * @since 0.1.0
 */
export const qualified = (options: QualifiedOptions): Qualifying => {
  const { gradeOf, giveFrom, nurtureFrom = 0, must = [] }: QualifiedOptions = Object(options);
  demand(
    typeof gradeOf === "function" && "literals" in gradeOf,
    "qualified: gradeOf must be a grading, as grade makes it",
  );
  demand(
    isUpTo(giveFrom, 100) && isUpTo(nurtureFrom, giveFrom),
    "qualified: needs 0 <= nurtureFrom <= giveFrom <= 100",
  );
  const areMet = Array.isArray(must) && must.every(isRequirement);
  const names = new Set(areMet ? must.map(({ name }) => name) : []);
  demand(
    areMet && names.size === must.length,
    "qualified: what must be met needs a name, a version and a condition, no two of one name",
  );
  const all = must.map((each) => ({ ...each }));
  const verdictOf = (score: number): Pick<Qualification, "verdict" | "reason"> => {
    if (score < nurtureFrom)
      return { verdict: "discard", reason: `scores ${score}, and ${nurtureFrom} is asked to be nurtured` };
    const verdict = score < giveFrom ? "nurture" : "give";
    return { verdict, reason: `scores ${score}, and ${giveFrom} is asked to be given` };
  };
  return Object.assign(
    (lead: Lead, nowMs: EpochMs = lead.receivedAtMs): Qualification => {
      const graded = gradeOf(lead, nowMs);
      const score = numberUpTo(100, graded?.score, () => "the grading gave");
      const unmet = all.find((each) => !isMet(each, lead, nowMs));
      if (unmet === undefined) return { ...verdictOf(score), graded };
      const { name, otherwise = "discard" } = unmet;
      return { verdict: otherwise, reason: `does not meet ${quoted(shortened(name))}`, graded };
    },
    {
      literals: {
        gradeOf: gradeOf.literals,
        giveFrom,
        nurtureFrom,
        must: all.map(({ name, version, otherwise = "discard" }) => ({ name, version, otherwise })),
      },
    },
  );
};

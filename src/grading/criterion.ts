import { demand } from "../internal/demand.js";
import { isUpTo } from "../internal/numberUpTo.js";
import { shortened } from "../internal/shortened.js";
import type { EpochMs } from "../model/instant.js";
import type { Json } from "../model/json.js";
import type { Lead } from "../model/lead.js";
import { isForUnknown, MOST_POINTS } from "./points.js";
import { ago, ahead, amounts, type Reader, words } from "./readers.js";

/**
 * What a criterion says of a lead.
 *
 * @since 0.1.0
 */
export interface CriterionPoints {
  /** From 0 to the criterion's most. Absent: what it asks for is not known. */
  readonly points?: number;
  /** In plain words, a sentence without a subject. */
  readonly says: string;
}

/**
 * One of the criteria that a {@link grade} is made of.
 *
 * @since 0.1.0
 */
export interface Criterion {
  readonly name: string;
  readonly literals: Json;
  /** The most points that it gives, above 0, at most 1,000,000. */
  readonly most: number;
  /**
   * The points of a lead of which it is not known, or that it is left out of the score then, as if it were not
   * asked.
   */
  readonly whenUnknown: number | "leftOut";
  readonly of: (lead: Lead, nowMs: EpochMs) => CriterionPoints;
}

/**
 * What a criterion does with a lead of which nothing is known.
 *
 * @since 0.1.0
 */
export interface WhenUnknownOptions {
  /** So many points, or the criterion is left out of the score, as if it were not asked. Absent: 0. */
  readonly whenUnknown?: number | "leftOut";
}

/**
 * Points for each of some thresholds, `[[10_000, 5], [50_000, 20]]`: of all that are met, the most points count.
 *
 * @since 0.1.0
 */
export type PointSteps = readonly (readonly [threshold: number, points: number])[];

/**
 * What a criterion reads of a lead, and how many points it gives for it: whole, from 0 to 1,000,000. Exactly one
 * of `words`, `atLeast`, `aheadMs` and `agoMs`.
 *
 * @since 0.1.0
 */
export interface CriterionOptions extends WhenUnknownOptions {
  /**
   * The name of one of the lead's `attributes`, or else of the lead's own fields, such as `"value"`. Absent: the
   * criterion's name.
   */
  readonly from?: string;
  /**
   * Points for what it says, `{ decides: 20, advises: 10 }`; anything else gives none. Of a list of texts, or the
   * names in a record, the one with the most points counts.
   */
  readonly words?: Readonly<Record<string, number>>;
  /** Points for a number that is so large at least. */
  readonly atLeast?: PointSteps;
  /**
   * Points for a moment, in milliseconds since 1970, that lies so far ahead at most, in milliseconds. One that is
   * past counts as now.
   */
  readonly aheadMs?: PointSteps;
  /**
   * Points for a moment, in milliseconds since 1970, that is so long ago at most, in milliseconds. One that is to
   * come counts as now.
   */
  readonly agoMs?: PointSteps;
}

const areWholePoints = (value: unknown): boolean => Number.isSafeInteger(value) && isUpTo(value, MOST_POINTS);

const isStep = (step: unknown): boolean =>
  Array.isArray(step) && step.length === 2 && Number.isFinite(step[0]) && areWholePoints(step[1]);

const isSteps = (value: unknown): value is PointSteps => Array.isArray(value) && value.every(isStep);

const isWords = (value: unknown): value is Readonly<Record<string, number>> =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every(areWholePoints);

/** What is done where nothing is known; refused where it is no number of points. */
export const unknownOf = (name: string, most: number, { whenUnknown = 0 }: WhenUnknownOptions) => {
  demand(
    isForUnknown(whenUnknown, most),
    `${name}: whenUnknown must be "leftOut" or points from 0 to ${most}`,
  );
  return whenUnknown;
};

const readerOf = (name: string, options: CriterionOptions): Reader => {
  const { words: byWord, atLeast, aheadMs, agoMs } = options;
  const given = [byWord, atLeast, aheadMs, agoMs].filter((each) => each !== undefined);
  demand(given.length === 1, `${name}: needs exactly one of words, atLeast, aheadMs and agoMs`);
  const wants = "points, whole numbers from 0 to 1000000";
  if (byWord !== undefined) {
    demand(isWords(byWord), `${name}: words must be ${wants}, by word`);
    return words(byWord);
  }
  const [steps] = given;
  demand(isSteps(steps), `${name}: needs pairs of a number and ${wants}`);
  const kind = atLeast !== undefined ? amounts : aheadMs !== undefined ? ahead : ago;
  return kind(steps as PointSteps);
};

/** One of the lead's attributes, or else of its own fields. */
const readFrom = ({ attributes: given, ...fields }: Lead, name: string): unknown => {
  const attributes = given ?? {};
  if (Object.hasOwn(attributes, name)) return attributes[name];
  return Object.hasOwn(fields, name) ? (fields as Readonly<Record<string, unknown>>)[name] : undefined;
};

/** The criterion of that name that the options ask for. */
export const criterion = (name: string, options: CriterionOptions): Criterion => {
  const given: CriterionOptions = Object(options);
  const { from = name } = given;
  demand(typeof from === "string" && from !== "", `${name}: from must be the name of an attribute`);
  const { most, literals, read } = readerOf(name, given);
  demand(most > 0, `${name}: needs points above 0 for something`);
  const whenUnknown = unknownOf(name, most, given);
  return {
    name,
    literals: { from, whenUnknown, ...literals },
    most,
    whenUnknown,
    of: (lead, nowMs) => {
      const value = readFrom(lead, from);
      return value === undefined || value === null
        ? { says: `is not known (${shortened(from)})` }
        : read(value, nowMs);
    },
  };
};

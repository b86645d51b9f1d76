import type { EpochMs } from "./instant.js";
import type { Json } from "./json.js";
import type { Lead } from "./lead.js";

/**
 * How promising a lead is.
 *
 * @since 0.1.0
 */
export type LeadGrade = NonNullable<Lead["temperature"]>;

/**
 * What one criterion gave a lead.
 *
 * @since 0.1.0
 */
export interface GradePart {
  readonly name: string;
  readonly points: number;
  /** The most that the criterion gives; 0 where it was left out. */
  readonly of: number;
  /** Whether what the criterion asks for is known of the lead. */
  readonly isKnown: boolean;
  /** In plain words, a sentence without a subject: "is 20000, at least 10000". */
  readonly says: string;
}

/**
 * A lead's grade, and all that it is made of.
 *
 * @since 0.1.0
 */
export interface Graded {
  /** The points as a percentage of the most, rounded down: whole, from 0 to 100. */
  readonly score: number;
  readonly grade: LeadGrade;
  readonly parts: readonly GradePart[];
}

/**
 * Grades leads, as {@link grade} makes it. Pure.
 *
 * @since 0.1.0
 */
export interface Grading {
  /** The moment is the lead's own where none is given. */
  (lead: Lead, nowMs?: EpochMs): Graded;
  /** What stands for it in fingerprints. */
  readonly literals: Json;
}

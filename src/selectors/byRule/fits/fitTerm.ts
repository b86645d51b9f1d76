import { demand } from "../../../internal/demand.js";
import type { EpochMs } from "../../../model/instant.js";
import type { Json } from "../../../model/json.js";
import type { Lead } from "../../../model/lead.js";
import type { Rep } from "../../../model/rep.js";
import type { Standing } from "../../../model/standing.js";

/**
 * What a term of {@link bestMatch} is asked about one candidate.
 *
 * @since 0.1.0
 */
export interface FitQuestion {
  readonly lead: Lead;
  readonly rep: Rep;
  /** The rep's load, other than from this lead, and its account. */
  readonly standing: Standing;
  readonly nowMs: EpochMs;
}

/**
 * One of the things that make a rep fit a lead: how well, and how much that counts.
 *
 * @since 0.1.0
 */
export interface FitTerm {
  readonly name: string;
  /** What shaped the term; part of the fingerprint. */
  readonly literals?: Json;
  /** What a full fit adds to the score. */
  readonly points: number;
  /** From 0, no fit or nothing asked for, to 1. */
  readonly fitOf: (question: FitQuestion) => number;
  /** In plain words, a sentence without a subject: "has crm 4 where 2 is asked". */
  readonly says: (question: FitQuestion) => string;
}

/**
 * Options of a term.
 *
 * @since 0.1.0
 */
export interface FitOptions {
  /** What a full fit adds to the score: above 0, at most 1,000,000. Absent: 1. */
  readonly points?: number;
}

const MOST_POINTS = 1_000_000;

/** The points that the options give to the term of that name. */
export const pointsOf = (name: string, options: FitOptions): number => {
  const { points = 1 }: FitOptions = Object(options);
  demand(
    Number.isFinite(points) && points > 0 && points <= MOST_POINTS,
    `${name}: points must be above 0, and at most 1,000,000`,
  );
  return points;
};

/**
 * How far what somebody has is above what is asked: one half where it is just that, three quarters where it is
 * three times as much.
 */
export const surplus = (has: number, asked: number): number => (has > 0 ? 1 / (1 + asked / has) : 0);

/** How near the first of a list something is: 1 for the first of it, and as much less for each place behind. */
export const nearness = (place: number, length: number): number =>
  place < 0 ? 0 : (length - place) / length;

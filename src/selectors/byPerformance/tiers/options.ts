import { demand } from "../../../internal/demand.js";
import type { Grading, LeadGrade } from "../../../model/grading.js";
import type { RepId } from "../../../model/id.js";
import type { Selector } from "../../../model/selector.js";
import type { TiersByRating } from "./byRating.js";

/**
 * How the grade of a lead decides which of the {@link tiers} it starts at.
 *
 * @since 0.1.0
 */
export interface TiersByGrade {
  /**
   * How leads are graded, by {@link grade}. Absent: by the lead's `temperature`. A lead of no grade counts as
   * warm.
   */
  readonly gradeOf?: Grading;
  /**
   * The tier that each grade starts at, 1 the best. Absent: hot leads at the first, warm ones in the middle (the
   * lower of two), cold ones at the last.
   */
  readonly first?: Readonly<Partial<Record<LeadGrade, number>>>;
  /** The part of its share that each tier is sure of, whatever the grades: above 0, at most 1. Absent: 0.5. */
  readonly floor?: number;
}

/**
 * Options of {@link tiers}.
 *
 * @since 0.1.0
 */
export interface TiersOptions {
  /**
   * Who is of which tier. `"tier"`: by {@link Rep.tier}, the smaller the better. Lists of ids, the best tier
   * first. Or by what came of leads: `{ parts: [20, 30, 50] }`. Reps of no tier come behind all others. Absent:
   * `"tier"`.
   */
  readonly of?: "tier" | readonly (readonly RepId[])[] | TiersByRating;
  /**
   * How many leads each tier has against the others, the best tier first, in whole numbers from 1 to 10,000:
   * `[50, 30, 20]`. There are as many tiers then, and reps of a higher number, or of none, are of the last.
   * Absent: the best tier has all that it may have.
   */
  readonly shares?: readonly number[];
  /** The tier that a lead starts at goes by its grade, and shares are only kept up to a floor. Needs `shares`. */
  readonly byGrade?: TiersByGrade;
  /** Whose turn it is within a tier. Absent: {@link rotation}. */
  readonly within?: Selector;
}

const MOST_SHARE = 10_000;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.length > 0;

const isWholeShare = (value: unknown): boolean =>
  Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= MOST_SHARE;

/** Refuses what is no list of whole numbers. */
const demandParts = (name: string, value: unknown): void =>
  demand(
    isList(value) && value.every(isWholeShare),
    `tiers: ${name} must be a list of whole numbers from 1 to ${MOST_SHARE}, the best tier first`,
  );

const isListOfIds = (value: unknown): boolean =>
  Array.isArray(value) && value.every((id) => typeof id === "string");

const demandLists = (of: readonly (readonly RepId[])[], shares: readonly number[] | undefined): void => {
  const areLists = isList(of) && of.every(isListOfIds);
  demand(areLists && new Set(of.flat()).size === of.flat().length, "tiers: needs lists of ids, each id once");
  demand(
    shares === undefined || shares.length === of.length || shares.length === of.length + 1,
    "tiers: needs a share for each list, and at most one more for those who are on none",
  );
};

/** Refuses options that no caller can have meant. */
export const demandOptions = ({ of = "tier", shares, byGrade }: TiersOptions): void => {
  if (shares !== undefined) demandParts("shares", shares);
  if (Array.isArray(of)) demandLists(of, shares);
  else if (of !== "tier") {
    const { parts }: Partial<TiersByRating> = Object(of);
    demandParts("parts", parts);
    demand(
      shares === undefined || shares.length === parts?.length,
      "tiers: needs as many shares as there are parts",
    );
  }
  if (byGrade === undefined) return;
  demand(typeof byGrade === "object" && byGrade !== null, "tiers: byGrade must be options");
  const { gradeOf, first = {} } = byGrade;
  demand(shares !== undefined, "tiers: byGrade needs shares, of which each tier is sure of a part");
  demand(
    gradeOf === undefined || (typeof gradeOf === "function" && "literals" in gradeOf),
    "tiers: gradeOf must be a grading, as grade makes it",
  );
  demand(
    Object.entries(Object(first)).every(
      ([grade, tier]) =>
        ["hot", "warm", "cold"].includes(grade) &&
        isWholeShare(tier) &&
        (tier as number) <= (shares?.length ?? 0),
    ),
    "tiers: first must give grades the numbers of tiers",
  );
};

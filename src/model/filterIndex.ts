import type { FilterQuestion } from "./filterQuestion.js";

/**
 * A set of reps: the rep at place p of the roster sorted by id is in it when bit p % 32 of word floor(p / 32) is
 * set. One word for each 32 reps. {@link placesWhere} makes one.
 *
 * @since 0.1.0
 */
export type PlaceSet = Uint32Array;

/**
 * Reps who pass with the same rank.
 *
 * @since 0.1.0
 */
export interface PassingPlaces {
  readonly rank: number;
  readonly places: PlaceSet;
}

/**
 * Says who of a roster passes, by rank, the least first. Whoever stands in none of the sets is excluded, whoever
 * stands in several has the first rank. The sets are never written, and are to stay as they are until this index is asked
 * again. `undefined`: this lead is better asked about rep by rep.
 *
 * @since 0.1.0
 */
export type FilterIndex = (
  question: Pick<FilterQuestion, "lead" | "nowMs">,
) => readonly PassingPlaces[] | undefined;

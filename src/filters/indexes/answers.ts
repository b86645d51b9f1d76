import { placesWhere } from "../../internal/placeSet.js";
import type { Exclusion, Pass } from "../../model/filter.js";
import type { PassingPlaces, PlaceSet } from "../../model/filterIndex.js";
import type { Rep } from "../../model/rep.js";

export const everybodyOf = (reps: readonly Rep[]): PlaceSet => placesWhere(reps, () => true);

export const NOBODY: readonly PassingPlaces[] = [];

/** These pass, all with rank 0. */
export const passing = (places: PlaceSet): readonly PassingPlaces[] => [{ rank: 0, places }];

/** The same answer about everybody. */
export const alike = (everybody: PlaceSet, answer: Pass | Exclusion): readonly PassingPlaces[] =>
  answer.passes ? passing(everybody) : NOBODY;

import type { PlaceSet } from "../../model/filter.js";

/** Keeps those who are in the other set as well. */
export const keepPlaces = (set: PlaceSet, others: PlaceSet): void => {
  for (let word = 0; word < set.length; word += 1)
    set[word] = (set[word] as number) & (others[word] as number);
};

import { addPlace, addPlaces, dropPlace, dropPlaces, noPlaces } from "../../internal/placeSet.js";
import type { PlaceSet } from "../../model/filterIndex.js";
import type { Rep } from "../../model/rep.js";

/**
 * Who holds one value: a list of places while that is the smaller, else a set. So all values together take no
 * more than the roster that they were read from, even where each rep has values of its own.
 */
export type Holders = readonly number[] | PlaceSet;

const isList = (holders: Holders): holders is readonly number[] => Array.isArray(holders);

/** Notes a holder. Places come rising, so a value that a rep holds twice is seen at the end of the list. */
export const noteHolder = <K>(lists: Map<K, number[]>, key: K, place: number): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [place]);
  else if (list.at(-1) !== place) list.push(place);
};

/** The holders as they are kept, for a roster of that many reps. */
export const holdersFrom = (places: readonly number[], reps: number): Holders => {
  if (places.length <= reps / 32) return places;
  const set = noPlaces(reps);
  for (const place of places) addPlace(set, place);
  return set;
};

export const addHolders = (set: PlaceSet, holders: Holders): void => {
  if (!isList(holders)) addPlaces(set, holders);
  else for (const place of holders) addPlace(set, place);
};

export const dropHolders = (set: PlaceSet, holders: Holders): void => {
  if (!isList(holders)) dropPlaces(set, holders);
  else for (const place of holders) dropPlace(set, place);
};

/** For each value, who holds it. */
export const holdersByValue = (
  reps: readonly Rep[],
  valuesOf: (rep: Rep) => readonly string[],
): ReadonlyMap<string, Holders> => {
  const lists = new Map<string, number[]>();
  reps.forEach((rep, place) => {
    for (const value of valuesOf(rep)) noteHolder(lists, value, place);
  });
  return new Map([...lists].map(([value, places]) => [value, holdersFrom(places, reps.length)]));
};

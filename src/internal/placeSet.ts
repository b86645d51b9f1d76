import type { PlaceSet } from "../model/filterIndex.js";

/** The set of nobody, for a roster of that many reps. */
export const noPlaces = (reps: number): PlaceSet => new Uint32Array(Math.ceil(reps / 32));

export const addPlace = (set: PlaceSet, place: number): void => {
  set[place >> 5] = (set[place >> 5] as number) | (1 << (place & 31));
};

export const dropPlace = (set: PlaceSet, place: number): void => {
  set[place >> 5] = (set[place >> 5] as number) & ~(1 << (place & 31));
};

export const hasPlace = (set: PlaceSet, place: number): boolean =>
  ((set[place >> 5] as number) & (1 << (place & 31))) !== 0;

/** Adds everybody of the other set. */
export const addPlaces = (set: PlaceSet, others: PlaceSet): void => {
  for (let word = 0; word < set.length; word += 1)
    set[word] = (set[word] as number) | (others[word] as number);
};

/** Keeps those who stand in the other set too. */
export const keepPlaces = (set: PlaceSet, others: PlaceSet): void => {
  for (let word = 0; word < set.length; word += 1)
    set[word] = (set[word] as number) & (others[word] as number);
};

/** Removes everybody of the other set. */
export const dropPlaces = (set: PlaceSet, others: PlaceSet): void => {
  for (let word = 0; word < set.length; word += 1)
    set[word] = (set[word] as number) & ~(others[word] as number);
};

/** The bits that are set in one word, summed up in halves. */
const bitsOf = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

export const countPlaces = (set: PlaceSet): number => {
  let count = 0;
  for (let word = 0; word < set.length; word += 1) count += bitsOf(set[word] as number);
  return count;
};

/** The places of the set, rising. */
export const placesIn = (set: PlaceSet): number[] => {
  const places: number[] = [];
  for (let word = 0; word < set.length; word += 1) {
    for (let rest = set[word] as number; rest !== 0; rest &= rest - 1)
      places.push(word * 32 + 31 - Math.clz32(rest & -rest));
  }
  return places;
};

/**
 * The reps of a sorted roster for whom a condition holds, as a set: what an index is made of.
 *
 * @remarks
 * **Cost:** one walk over the reps; one bit a rep.
 *
 * @example
 * ```ts
 * const seniors = placesWhere([{ id: "ann", tier: 1 }, { id: "bob" }, { id: "cyd", tier: 1 }], ({ tier }) => tier === 1);
 * [...seniors]; // => [5]
 * ```
 *
 * @since 0.1.0
 */
export const placesWhere = <A>(reps: readonly A[], holds: (rep: A) => boolean): PlaceSet => {
  const set = noPlaces(reps.length);
  for (let place = 0; place < reps.length; place += 1) if (holds(reps[place] as A)) addPlace(set, place);
  return set;
};

import type { PlaceSet } from "../../model/filterIndex.js";
import { addHolders, type Holders, holdersFrom, noteHolder } from "./holders.js";

/** Who holds each level, the highest first. */
export type Levels = readonly { readonly level: number; readonly holders: Holders }[];

/** The levels of some reps, each with its place, of a roster of that many. */
export const levelsFrom = (
  pairs: Iterable<readonly [place: number, level: number]>,
  reps: number,
): Levels => {
  const lists = new Map<number, number[]>();
  for (const [place, level] of pairs) noteHolder(lists, level, place);
  return [...lists]
    .map(([level, places]) => ({ level, holders: holdersFrom(places, reps) }))
    .sort((a, b) => b.level - a.level);
};

/** Adds whoever has at least that level. */
export const addAtLeast = (set: PlaceSet, levels: Levels, least: number): void => {
  for (const { level, holders } of levels) {
    if (level < least) return;
    addHolders(set, holders);
  }
};

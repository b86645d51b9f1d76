import { blame, call } from "../internal/blame.js";
import { dropPlaces, hasPlace, noPlaces } from "../internal/placeSet.js";
import { remember } from "../internal/remember.js";
import { textOf } from "../internal/textOf.js";
import type { Filter } from "../model/filter.js";
import type { FilterIndex, PassingPlaces, PlaceSet } from "../model/filterIndex.js";
import type { Problem } from "../model/problem.js";
import type { PreparedRoster } from "../roster/prepareRoster.js";
import type { Parts } from "./parts.js";
import type { Scene } from "./scene.js";

const pathOf = (at: number, { name }: Filter): Problem["path"] => ["filters", at, name, "index"];

const indexOf =
  (roster: PreparedRoster) =>
  (filter: Filter, at: number): FilterIndex | undefined => {
    if (filter.index === undefined) return undefined;
    const path = pathOf(at, filter);
    const index = call(path, () => filter.index?.(roster.reps.map(({ rep }) => rep)));
    return typeof index === "function" ? index : blame(path, "gave no function");
  };

/** The indexes of a strategy's filters for a roster, made once. */
const indexesOf = remember((parts: Parts) =>
  remember((roster: PreparedRoster) => parts.filters.map(indexOf(roster))),
);

const isRising = (sets: readonly PassingPlaces[]): boolean =>
  sets.every(
    ({ rank }, i) =>
      typeof rank === "number" && rank >= 0 && (i === 0 || rank > (sets[i - 1] as PassingPlaces).rank),
  );

const fits = (sets: unknown, words: number): sets is readonly PassingPlaces[] =>
  Array.isArray(sets) &&
  sets.every((set) => set?.places instanceof Uint32Array && set.places.length === words) &&
  isRising(sets);

/** What filter number `at` says of the whole roster; nothing where it is to be asked rep by rep. */
export const passingOf = (scene: Scene, at: number): readonly PassingPlaces[] | undefined => {
  const index = indexesOf(scene.parts)(scene.roster)[at];
  if (index === undefined) return undefined;
  const filter = scene.parts.filters[at] as Filter;
  try {
    const sets = index({ lead: scene.lead, nowMs: scene.nowMs });
    if (sets === undefined || fits(sets, Math.ceil(scene.roster.reps.length / 32))) return sets;
  } catch (thrown) {
    return blame(pathOf(at, filter), textOf(thrown));
  }
  return blame(pathOf(at, filter), "gave no sets of places by rising rank");
};

/** Keeps those who stand in any of the sets. */
export const keepPassing = (set: PlaceSet, passing: readonly PassingPlaces[]): void => {
  const others = set.slice();
  for (const { places } of passing) dropPlaces(others, places);
  dropPlaces(set, others);
};

/** The rank of a place; nothing where it stands in none of the sets. */
export const rankIn = (passing: readonly PassingPlaces[], place: number): number | undefined =>
  passing.find(({ places }) => hasPlace(places, place))?.rank;

/** Everybody of the scene who has not had this lead. */
export const everybody = ({ roster }: Scene): PlaceSet => {
  const count = roster.reps.length;
  const set = noPlaces(count).fill(0xffffffff);
  if (count % 32 !== 0) set[set.length - 1] = 0xffffffff >>> -count;
  return set;
};

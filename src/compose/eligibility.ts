import { placeOf } from "../internal/codeUnits.js";
import { addPlace, countPlaces, dropPlaces, noPlaces, placesIn } from "../internal/placeSet.js";
import type { LeftOut } from "../model/delivery.js";
import type { PassingPlaces, PlaceSet } from "../model/filterIndex.js";
import type { FilterQuestion } from "../model/filterQuestion.js";
import type { RepId } from "../model/id.js";
import type { Candidate } from "../model/selector.js";
import { askOne, questionAbout } from "./askOne.js";
import { everybody, keepPassing, passingOf, rankIn } from "./passing.js";
import type { Account, Scene } from "./scene.js";

/** Everybody whom all filters let through, how each filter ranked them, and how many each left out. */
export interface Eligibility {
  readonly passed: readonly Candidate[];
  /** `ranks[f][i]` is the rank of `passed[i]` by filter f; absent where the filter gave everybody rank 0. */
  readonly ranks: readonly (readonly number[] | undefined)[];
  readonly leftOut: readonly number[];
}

/** A rep whom the filters so far let through, with its ranks by those that were asked rep by rep. */
interface Asked {
  readonly rep: Candidate;
  readonly question: FilterQuestion;
  readonly ranks: number[];
}

const untried = (scene: Scene, tried: ReadonlySet<RepId>): PlaceSet => {
  const set = everybody(scene);
  if (tried.size === 0) return set;
  const gone = noPlaces(scene.roster.reps.length);
  for (const repId of tried) {
    const place = placeOf(scene.roster.ids, repId);
    if (place >= 0) addPlace(gone, place);
  }
  dropPlaces(set, gone);
  return set;
};

const isRanked = (sets: readonly PassingPlaces[]): boolean => sets.some(({ rank }) => rank > 0);

/**
 * Asks every filter, in written order, about those whom the ones before let through and who have not had this
 * lead. As long as indexes answer, the survivors are a set; from the first filter that is asked rep by rep they
 * are a list.
 */
export const askFilters = (scene: Scene, account: Account, tried: ReadonlySet<RepId>): Eligibility => {
  const { filters } = scene.parts;
  const { reps } = scene.roster;
  if (filters.length === 0 && tried.size === 0) return { passed: reps, ranks: [], leftOut: [] };
  const set = untried(scene, tried);
  const leftOut: number[] = [];
  const ranked: (((rep: Candidate, asked: Asked | undefined) => number) | undefined)[] = [];
  let list: Asked[] | undefined;
  let left = countPlaces(set);
  for (let f = 0; f < filters.length; f += 1) {
    const sets = passingOf(scene, f);
    if (sets === undefined) {
      list ??= placesIn(set).map((place) => {
        const rep = reps[place] as Candidate;
        return { rep, question: questionAbout(scene, account, rep), ranks: [] };
      });
      let best = 0;
      list = list.filter(({ question, ranks }) => {
        const answer = askOne(scene, f, question);
        if (!answer.passes) return false;
        ranks[f] = answer.rank;
        best = Math.max(best, answer.rank);
        return true;
      });
      ranked.push(best === 0 ? undefined : (_, asked) => asked?.ranks[f] ?? 0);
    } else {
      if (list === undefined) keepPassing(set, sets);
      else list = list.filter(({ rep }) => rankIn(sets, rep.place) !== undefined);
      ranked.push(isRanked(sets) ? ({ place }) => rankIn(sets, place) ?? 0 : undefined);
    }
    const now = list?.length ?? countPlaces(set);
    leftOut.push(left - now);
    left = now;
  }
  const passed = list?.map(({ rep }) => rep) ?? placesIn(set).map((place) => reps[place] as Candidate);
  const ranks = ranked.map((rank) => {
    const all = rank && passed.map((rep, i) => rank(rep, list?.[i]));
    return all?.some((each) => each > 0) ? all : undefined;
  });
  return { passed, ranks, leftOut };
};

/** Why one rep may not have the lead: the first filter, in written order, that says no; nothing where none does. */
export const exclusionOf = (scene: Scene, account: Account, rep: Candidate): LeftOut | undefined => {
  const question = questionAbout(scene, account, rep);
  for (const [at, { name }] of scene.parts.filters.entries()) {
    const answer = askOne(scene, at, question);
    if (!answer.passes) return { repId: rep.id, by: name, exclusion: answer };
  }
  return undefined;
};

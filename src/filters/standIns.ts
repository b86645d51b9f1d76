import { placeOf } from "../internal/codeUnits.js";
import { addPlace, noPlaces } from "../internal/placeSet.js";
import type { Pass } from "../model/filter.js";
import type { PassingPlaces } from "../model/filterIndex.js";
import type { RepId } from "../model/id.js";
import type { EpochMs } from "../model/instant.js";
import type { Rep } from "../model/rep.js";
import { isAvailable } from "./availability.js";

/** Who stands in for an owner who is away, best first; nothing where the owner is there, or has nobody. */
export const standInsFor = (owner: Rep | undefined, nowMs: EpochMs): readonly RepId[] | undefined =>
  owner?.substitutes === undefined || owner.substitutes.length === 0 || isAvailable(owner, nowMs)
    ? undefined
    : owner.substitutes;

/** The pass of a substitute who is there: by its place in the list, behind the owner itself. */
export const standIn = (standIns: readonly RepId[], rep: Rep, nowMs: EpochMs): Pass | undefined => {
  const place = standIns.indexOf(rep.id);
  return place >= 0 && isAvailable(rep, nowMs)
    ? { passes: true, rank: place + 1, reason: "stands in for the owner, who is not available" }
    : undefined;
};

/** The pass of everybody else, where they may have the lead too. */
export const behind = (standIns: readonly RepId[]): Pass => ({
  passes: true,
  rank: standIns.length + 1,
  reason: "does not own the account, nor stand in for its owner",
});

/** The same for a whole roster sorted by id. */
export const standingIn = (
  standIns: readonly RepId[],
  reps: readonly Rep[],
  ids: readonly RepId[],
  nowMs: EpochMs,
): readonly PassingPlaces[] =>
  standIns.flatMap((repId, i) => {
    const place = placeOf(ids, repId);
    const rep = reps[place];
    if (rep === undefined || !isAvailable(rep, nowMs)) return [];
    const places = noPlaces(reps.length);
    addPlace(places, place);
    return [{ rank: i + 1, places }];
  });

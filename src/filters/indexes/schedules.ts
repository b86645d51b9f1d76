import { addPlace, noPlaces } from "../../internal/placeSet.js";
import { remember } from "../../internal/remember.js";
import { scheduleText } from "../../internal/scheduleText.js";
import type { PlaceSet } from "../../model/filterIndex.js";
import type { Rep } from "../../model/rep.js";
import type { Schedule } from "../../model/schedule.js";
import { type Holders, holdersFrom, noteHolder } from "./holders.js";

const textOf = remember(scheduleText);

/** The schedules of some reps of a roster, each with those who have it, and whoever has none. */
export interface Schedules {
  readonly known: readonly { readonly schedule: Schedule; readonly holders: Holders }[];
  readonly without: PlaceSet;
}

/** Equal schedules are one, whatever their objects. */
export const schedulesOf = (reps: readonly Rep[], counts: (rep: Rep) => boolean): Schedules => {
  const lists = new Map<string, number[]>();
  const without = noPlaces(reps.length);
  reps.forEach((rep, place) => {
    if (!counts(rep)) return;
    if (rep.schedule === undefined) addPlace(without, place);
    else noteHolder(lists, textOf(rep.schedule), place);
  });
  const known = [...lists.values()].map((places) => ({
    schedule: (reps[places[0] as number] as Rep).schedule as Schedule,
    holders: holdersFrom(places, reps.length),
  }));
  return { known, without };
};

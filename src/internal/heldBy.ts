import type { Rep } from "../model/rep.js";
import type { Standing } from "../model/standing.js";
import type { State } from "../model/state.js";
import { placeOf } from "./codeUnits.js";

/** What a rep holds now: the CRM's own count of open leads where the roster has it, and the state's open offers. */
export const heldBy = (rep: Rep, state: State): Omit<Standing, "credit"> => {
  const place = placeOf(state.ids, rep.id);
  return {
    openLeads: rep.openLeads ?? state.openLeads[place] ?? 0,
    openOffers: state.openOffers[place] ?? 0,
  };
};

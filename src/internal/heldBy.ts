import type { Rep } from "../model/rep.js";
import type { Standing } from "../model/standing.js";
import type { State } from "../model/state.js";
import { placeOf } from "./codeUnits.js";
import { type Loads, NO_LOAD } from "./loads.js";

/** What a rep holds, but for its account. */
export type Held = Omit<Standing, "credit">;

const less = (all: number, own: number): number => Math.max(0, all - own) + 0;

/**
 * What the rep at that place of the state holds beside one lead: the CRM's own count and sum of open leads where the roster has
 * them, and the state's open offers. Where the CRM counts leads and not their effort, each weighs 1.
 */
export const heldBeside = (own: Loads, rep: Rep, state: State, place: number): Held => {
  const openLeads = less(rep.openLeads ?? state.openLeads[place] ?? 0, own.openLeads);
  const openOffers = less(state.openOffers[place] ?? 0, own.openOffers);
  const weighsOne = rep.openLeads !== undefined && rep.openEffort === undefined;
  const held = weighsOne ? openLeads : less(rep.openEffort ?? state.openEffort[place] ?? 0, own.openEffort);
  return {
    openLeads,
    openOffers,
    openEffort: held + less(state.offeredEffort[place] ?? 0, own.offeredEffort),
  };
};

/** What a rep holds now. */
export const heldBy = (rep: Rep, state: State): Held =>
  heldBeside(NO_LOAD, rep, state, placeOf(state.ids, rep.id));

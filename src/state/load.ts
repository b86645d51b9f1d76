import { placeOf } from "../internal/codeUnits.js";
import type { RepId } from "../model/id.js";
import type { State } from "../model/state.js";

/** Leads and offers that one rep holds more (or, negative, fewer) than before. */
export interface LoadChange {
  readonly repId: RepId;
  readonly openLeads: number;
  readonly openOffers: number;
}

/** Never below zero: a lead of a rep who was forgotten in between ends without an account. Nor beyond what is exact. */
const plus = (values: number[], place: number, change: number): void => {
  values[place] = Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, (values[place] as number) + change));
};

/** The state with these changes of load. Reps whom it does not know are passed over. */
export const withLoad = (state: State, changes: readonly LoadChange[]): State => {
  const openLeads = state.openLeads.slice();
  const openOffers = state.openOffers.slice();
  for (const change of changes) {
    const place = placeOf(state.ids, change.repId);
    if (place < 0) continue;
    plus(openLeads, place, change.openLeads);
    plus(openOffers, place, change.openOffers);
  }
  return { ...state, openLeads, openOffers };
};

import { placeOf } from "../internal/codeUnits.js";
import type { Loads } from "../internal/loads.js";
import type { RepId } from "../model/id.js";
import type { State } from "../model/state.js";

/** Load that one rep has more (or, negative, less) than before. */
export interface LoadChange extends Loads {
  readonly repId: RepId;
}

/** Never below zero: a lead of a rep who was forgotten in between ends without an account. Nor beyond what is exact. */
const plus = (now: number, change: number): number =>
  Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, now + change));

/** The very same numbers where none of them changes. */
const changed = (
  ids: readonly RepId[],
  values: readonly number[],
  column: keyof Loads,
  changes: readonly LoadChange[],
): readonly number[] => {
  if (changes.every((change) => change[column] === 0)) return values;
  const next = values.slice();
  for (const change of changes) {
    const place = placeOf(ids, change.repId);
    if (place >= 0) next[place] = plus(next[place] as number, change[column]);
  }
  return next;
};

/** The state with these changes of load. Reps whom it does not know are passed over. */
export const withLoad = (state: State, changes: readonly LoadChange[]): State => {
  const after = (column: keyof Loads) => changed(state.ids, state[column], column, changes);
  return {
    ...state,
    openLeads: after("openLeads"),
    openOffers: after("openOffers"),
    openEffort: after("openEffort"),
    offeredEffort: after("offeredEffort"),
  };
};

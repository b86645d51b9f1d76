import type { RepId } from "../model/id.js";
import type { State } from "../model/state.js";
import { realign } from "./realign.js";

/** Lays in those of the `joiners`, sorted and without a double, that the state does not know yet; nobody's account moves. */
export const join = (state: State, joiners: readonly RepId[]): State => {
  const ids: RepId[] = [];
  const sources: number[] = [];
  let known = 0;
  let joining = 0;
  while (known < state.ids.length || joining < joiners.length) {
    const old = state.ids[known];
    const next = joiners[joining];
    if (next === undefined || (old !== undefined && old <= next)) {
      if (old === next) joining += 1;
      ids.push(old as RepId);
      sources.push(known);
      known += 1;
    } else {
      ids.push(next);
      sources.push(-1);
      joining += 1;
    }
  }
  return ids.length === state.ids.length ? state : realign(state, ids, sources);
};

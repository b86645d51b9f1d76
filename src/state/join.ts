import { align } from "../internal/align.js";
import { compareCodeUnits } from "../internal/codeUnits.js";
import type { RepId } from "../model/id.js";
import type { State } from "../model/state.js";
import { realign } from "./realign.js";

/** Lays in those of the joiners whom the state does not know yet; nobody's account moves. */
export const join = (state: State, joiners: readonly RepId[]): State => {
  const all = new Set([...state.ids, ...joiners]);
  if (all.size === state.ids.length) return state;
  const ids = [...all].sort(compareCodeUnits);
  return realign(state, ids, align(state.ids, ids));
};

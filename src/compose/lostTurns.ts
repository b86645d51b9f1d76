import type { Filter } from "../model/filter.js";
import type { RepId } from "../model/id.js";
import type { State } from "../model/state.js";
import { book } from "./book.js";
import { narrowed } from "./narrowed.js";
import { rank } from "./ranking.js";
import { openAccount, repOf, type Scene } from "./scene.js";

/** Books the turns that ended without acceptance, each among those then in play. Who left the roster is passed over. */
export const withLostTurns = (
  scene: Scene,
  start: State,
  lost: readonly RepId[],
  filters?: readonly Filter[],
): State => {
  const among = narrowed(scene, filters);
  const tried = new Set(scene.before?.tried);
  let state = start;
  for (const repId of lost) {
    const account = openAccount(among, state);
    const taker = repOf(among, repId);
    if (taker !== undefined) state = book(among, account, rank(among, account, tried), taker, "lost").state;
    tried.add(repId);
  }
  return state;
};

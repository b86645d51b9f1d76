import type { RepId } from "../model/id.js";
import type { State } from "../model/state.js";
import { book } from "./book.js";
import { rank } from "./ranking.js";
import { openAccount, repOf, type Scene } from "./scene.js";

/** Books the turns that ended without acceptance, each among those then in play. Who left the roster is passed over. */
export const withLostTurns = (scene: Scene, start: State, lost: readonly RepId[]): State => {
  const tried = new Set(scene.before?.tried);
  let state = start;
  for (const repId of lost) {
    const account = openAccount(scene, state);
    const taker = repOf(scene, repId);
    if (taker !== undefined)
      state = book(scene, account, rank(scene, account, tried).candidates, taker).state;
    tried.add(repId);
  }
  return state;
};

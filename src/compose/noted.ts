import { faultsOf, finite, id, listOf, oneOf, recordOf } from "../check/shape.js";
import { blame, call } from "../internal/blame.js";
import type { State } from "../model/state.js";
import { noteDown } from "../state/notes.js";
import { questionAbout } from "./askOne.js";
import type { Place } from "./placed.js";
import { type Account, repOf, type Scene } from "./scene.js";

const notesShape = listOf(recordOf({ name: id, of: oneOf("rep", "all"), values: listOf(finite) }));

/** The state with what the filters write down of whoever newly has the lead. All are asked as of before any of them writes. */
export const notedFor = (scene: Scene, account: Account, state: State, place: Place): State => {
  const taker = place.status === "assigned" ? repOf(scene, place.repId) : undefined;
  if (taker === undefined) return state;
  let after = state;
  for (const [at, { name, note }] of scene.parts.filters.entries()) {
    if (note === undefined) continue;
    const path = ["filters", at, name, "note"];
    const given = call(path, () => note(questionAbout(scene, account, taker)));
    if (faultsOf("notes", notesShape, given).length > 0)
      return blame(path, "gave no list of notes with a name, whose they are and finite numbers");
    for (const each of given) after = noteDown(after, account.place(taker), each);
  }
  return after;
};

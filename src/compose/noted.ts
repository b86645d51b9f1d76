import { faultsOf, finite, id, listOf, oneOf, recordOf } from "../check/shape.js";
import { blame, call } from "../internal/blame.js";
import type { Move } from "../model/delivery.js";
import type { Happening } from "../model/filter.js";
import type { RepId } from "../model/id.js";
import type { State } from "../model/state.js";
import { noteDown, notesAt } from "../state/notes.js";
import { questionAbout } from "./askOne.js";
import type { Place } from "./placed.js";
import { type Account, repOf, type Scene } from "./scene.js";

/** What happened to one rep. */
export interface Happened {
  readonly what: Happening;
  readonly repId: RepId;
  readonly isWorked: boolean;
}

/** All that happened, in the order in which filters are told. Nobody takes or gives up a lead that stays with its holder. */
export const happenings = (
  { before }: Scene,
  { silent = [] }: Move,
  place: Place,
  keepsHolder: boolean,
): readonly Happened[] => {
  const all: Happened[] = silent.map((repId) => ({ what: "silent", repId, isWorked: false }));
  const wasWorked = before?.status === "assigned" && before.workedAtMs !== undefined;
  if (before?.status === "assigned" && !keepsHolder)
    all.push({ what: "released", repId: before.repId, isWorked: wasWorked });
  if (place.status !== "assigned") return all;
  const { repId } = place;
  if (!keepsHolder) all.push({ what: "taken", repId, isWorked: false });
  else if (!wasWorked && place.workedAtMs !== undefined) all.push({ what: "worked", repId, isWorked: true });
  return all;
};

/** Whoever takes the lead did so by the order that was asked for last; all else ends turns by the filters that held for these. */
interface Scenes {
  readonly turned: Scene;
  readonly taken: Scene;
}

const notesShape = listOf(recordOf({ name: id, of: oneOf("rep", "all"), values: listOf(finite) }));

const noted = (scene: Scene, account: Account, state: State, { what, repId, isWorked }: Happened): State => {
  const rep = repOf(scene, repId);
  if (rep === undefined) return state;
  const isSame = state.notes === account.state.notes;
  const seen = isSame ? account : { ...account, notes: () => notesAt(state, account.place(rep)) };
  const saidYes = what === "taken" && scene.willing === repId;
  let after = state;
  for (const [at, { name, note }] of scene.parts.filters.entries()) {
    if (note === undefined) continue;
    const path = ["filters", at, name, "note"];
    const given = call(path, () => note({ ...questionAbout(scene, seen, rep), what, saidYes, isWorked }));
    if (faultsOf("notes", notesShape, given).length > 0)
      return blame(path, "gave no list of notes with a name, whose they are and finite numbers");
    for (const each of given) after = noteDown(after, account.place(rep), each);
  }
  return after;
};

/** The state with what the filters write down of all that happened. Of one happening all are asked as of before any of them writes. */
export const notedFor = (
  { turned, taken }: Scenes,
  account: Account,
  state: State,
  happened: readonly Happened[],
): State =>
  happened.reduce(
    (after, each) => noted(each.what === "taken" ? taken : turned, account, after, each),
    state,
  );

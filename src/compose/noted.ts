import { faultsOf, finite, id, listOf, oneOf, recordOf } from "../check/shape.js";
import { blame, call } from "../internal/blame.js";
import type { Move } from "../model/delivery.js";
import type { Filter } from "../model/filter.js";
import type { RepId } from "../model/id.js";
import type { EpochMs } from "../model/instant.js";
import type { Happening } from "../model/noteQuestion.js";
import type { Problem } from "../model/problem.js";
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
  /** Since when the rep had the lead, or an offer of it. */
  readonly sinceMs: EpochMs;
}

/** Since when a rep had the lead before, or an offer of it. */
const sinceMsOf = ({ before, nowMs }: Scene, repId: RepId): EpochMs => {
  if (before?.status === "assigned") return before.sinceMs;
  const offers = before?.status === "offered" ? before.offers : [];
  return offers.find((offer) => offer.repId === repId)?.sinceMs ?? nowMs;
};

/**
 * All that happened, in the order in which filters are told. Nobody takes or gives up a lead that stays with its
 * holder.
 */
export const happenings = (
  scene: Scene,
  { silent = [] }: Move,
  place: Place,
  keepsHolder: boolean,
): readonly Happened[] => {
  const { before } = scene;
  const told = (what: Happening, repId: RepId, isWorked = false): Happened => ({
    what,
    repId,
    isWorked,
    sinceMs: what === "taken" ? scene.nowMs : sinceMsOf(scene, repId),
  });
  const all = silent.map((repId) => told("silent", repId));
  const wasWorked = before?.status === "assigned" && before.workedAtMs !== undefined;
  if (before?.status === "assigned" && !keepsHolder) all.push(told("released", before.repId, wasWorked));
  if (place.status !== "assigned") return all;
  if (!keepsHolder) all.push(told("taken", place.repId));
  else if (!wasWorked && place.workedAtMs !== undefined) all.push(told("worked", place.repId, true));
  return all;
};

/**
 * Whoever takes the lead did so by the order that was asked for last; all else ends turns by the filters that held for
 * these.
 */
interface Scenes {
  readonly turned: Scene;
  readonly taken: Scene;
}

const notesShape = listOf(recordOf({ name: id, of: oneOf("rep", "all"), values: listOf(finite) }));

const noted = (scene: Scene, account: Account, state: State, { repId, ...happened }: Happened): State => {
  const rep = repOf(scene, repId);
  if (rep === undefined) return state;
  const isSame = state.notes === account.state.notes;
  const seen = isSame ? account : { ...account, notes: () => notesAt(state, account.place(rep)) };
  const { event, parts } = scene;
  const isYes = event?.type === "accepted" || event?.type === "claimed";
  const saidYes = happened.what === "taken" && isYes && event.repId === repId;
  const writtenBy = (note: NonNullable<Filter["note"]>, path: Problem["path"], before: State): State => {
    const told = { ...happened, saidYes, ...(event === undefined ? {} : { event }) };
    const given = call(path, () => note({ ...questionAbout(scene, seen, rep), ...told }));
    if (faultsOf("notes", notesShape, given).length > 0)
      return blame(path, "gave no list of notes with a name, whose they are and finite numbers");
    return given.reduce((after, each) => noteDown(after, account.place(rep), each), before);
  };
  let after = state;
  // The filters in written order, then the selector.
  for (const [at, { name, note }] of parts.filters.entries())
    if (note !== undefined) after = writtenBy(note, ["filters", at, name, "note"], after);
  const { name, note } = parts.selector;
  return note === undefined ? after : writtenBy(note, ["selector", name, "note"], after);
};

/**
 * The state with what filters and selector write down of all that happened. Of one happening all are asked as of before
 * any of them writes.
 */
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

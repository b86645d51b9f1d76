import { compareCodeUnits } from "../internal/codeUnits.js";
import type { Note, Notes } from "../model/filter.js";
import type { NoteColumn, State } from "../model/state.js";

const NOTHING: readonly number[] = [];

const columnOf = ({ notes }: State, name: string): NoteColumn | undefined =>
  notes.find((column) => column.name === name);

/** What stands written for the rep at that place of the state's ids, and for all. */
export const notesAt = (state: State, place: number): Notes => ({
  ofRep: (name) => columnOf(state, name)?.ofReps[place] ?? NOTHING,
  ofAll: (name) => columnOf(state, name)?.ofAll ?? NOTHING,
});

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((each, i) => each === b[i]);

const isEmpty = ({ ofReps, ofAll }: NoteColumn): boolean =>
  ofAll.length === 0 && ofReps.every(({ length }) => length === 0);

const written = (column: NoteColumn, place: number, { of, values }: Note): NoteColumn => {
  if (of === "all") return { ...column, ofAll: values };
  const ofReps = column.ofReps.slice();
  ofReps[place] = values;
  return { ...column, ofReps };
};

/** The state with this written down for the rep at that place; the very same when it stands there already. */
export const noteDown = (state: State, place: number, note: Note): State => {
  const { name, of, values } = note;
  const known = notesAt(state, place);
  if (isSame(of === "all" ? known.ofAll(name) : known.ofRep(name), values)) return state;
  const before = columnOf(state, name) ?? { name, ofReps: state.ids.map(() => NOTHING), ofAll: NOTHING };
  const after = written(before, place, { ...note, values: values.map((value) => value + 0) });
  const others = state.notes.filter((column) => column.name !== name);
  const notes = isEmpty(after) ? others : [...others, after];
  return { ...state, notes: notes.sort((a, b) => compareCodeUnits(a.name, b.name)) };
};

import { compareCodeUnits } from "../internal/codeUnits.js";
import type { Note, Notes } from "../model/notes.js";
import type { NoteColumn, State } from "../model/state.js";

const NOTHING: readonly number[] = [];

const columnOf = ({ notes }: State, name: string): NoteColumn | undefined =>
  notes.find((column) => column.name === name);

/** Where a place stands in a rising list, or would. */
const indexOf = (places: readonly number[], place: number): number => {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < place) low = middle + 1;
    else high = middle;
  }
  return low;
};

const ofRep = ({ places, ofReps }: NoteColumn, place: number): readonly number[] => {
  const index = indexOf(places, place);
  return places[index] === place ? (ofReps[index] as readonly number[]) : NOTHING;
};

/** What stands written for the rep at that place of the state's ids, and for all. */
export const notesAt = (state: State, place: number): Notes => ({
  ofRep: (name) => {
    const column = columnOf(state, name);
    return column === undefined ? NOTHING : ofRep(column, place);
  },
  ofAll: (name) => columnOf(state, name)?.ofAll ?? NOTHING,
});

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((each, i) => each === b[i]);

const written = (column: NoteColumn, place: number, { of, values }: Note): NoteColumn => {
  if (of === "all") return { ...column, ofAll: values };
  const index = indexOf(column.places, place);
  const [places, ofReps] = [column.places.slice(), column.ofReps.slice()];
  const known = places[index] === place ? 1 : 0;
  const kept = values.length > 0;
  places.splice(index, known, ...(kept ? [place] : []));
  ofReps.splice(index, known, ...(kept ? [values] : []));
  return { ...column, places, ofReps };
};

/** The state with this written down for the rep at that place; the very same when it stands there already. */
export const noteDown = (state: State, place: number, note: Note): State => {
  const { name, of, values } = note;
  const before = columnOf(state, name) ?? { name, places: [], ofReps: [], ofAll: NOTHING };
  if (isSame(of === "all" ? before.ofAll : ofRep(before, place), values)) return state;
  const after = written(before, place, { ...note, values: values.map((value) => value + 0) });
  const others = state.notes.filter((column) => column.name !== name);
  const isEmpty = after.ofAll.length === 0 && after.places.length === 0;
  const notes = isEmpty ? others : [...others, after];
  return { ...state, notes: notes.sort((a, b) => compareCodeUnits(a.name, b.name)) };
};

import { placeOf } from "../internal/codeUnits.js";
import { LOADS } from "../internal/loads.js";
import type { Problem } from "../model/problem.js";
import type { Adjusted, NoteColumn, State } from "../model/state.js";
import {
  andThen,
  both,
  count,
  exactly,
  fault,
  finite,
  id,
  isRecord,
  listOf,
  moment,
  must,
  type Shape,
  safeInteger,
  text,
} from "./shape.js";

const HALF = 2 ** 26;

/** Exact even where partial sums leave the safe integers: high and low halves are added apart. */
const addUpToZero = (numbers: readonly number[]): boolean => {
  let high = 0;
  let low = 0;
  for (const number of numbers) {
    const upper = Math.floor(number / HALF);
    high += upper;
    low += number - upper * HALF;
  }
  return high * HALF === -low;
};

/** Strictly rising, so sorted and without a double; text by code units. */
const rising =
  (
    read: (item: never) => string | number,
    step: readonly string[],
    after = "the one before, by code units",
  ): Shape =>
  (value) => {
    const items = value as readonly never[];
    const faults: Problem[] = [];
    for (let i = 1; i < items.length; i += 1) {
      if (read(items[i - 1] as never) >= read(items[i] as never)) {
        faults.push(...fault(`must come after ${after}`, [i, ...step]));
      }
    }
    return faults;
  };

const byName = rising((item: { readonly name: string }) => item.name, ["name"]);

const nonEmpty: Shape = must(
  (list) => (list as readonly unknown[]).length > 0,
  "left out where nothing is written",
);

const oneForEachPlace: Shape = (value) => {
  const { places, ofReps } = value as NoteColumn;
  if (places.length === ofReps.length) return [];
  return fault(`must have ${places.length} entries, one for each place`, ["ofReps"]);
};

const column = exactly({ name: text, values: listOf(finite) });

const adjusted = exactly({
  repId: id,
  credits: safeInteger,
  last: exactly({ leads: finite, reason: id, atMs: moment }, { by: id }),
});

const byRep = rising((item: Adjusted) => item.repId, ["repId"]);

const ledger = exactly(
  {
    name: id,
    credits: listOf(safeInteger),
    outside: safeInteger,
    columns: andThen(listOf(column), byName),
    totals: andThen(listOf(exactly({ name: text, value: finite })), byName),
  },
  { adjusted: andThen(listOf(adjusted), both(nonEmpty, byRep)) },
);

const notes = andThen(
  exactly({
    name: text,
    places: andThen(
      listOf(count),
      rising((place: number) => place, [], "the one before"),
    ),
    ofReps: listOf(andThen(listOf(finite), nonEmpty)),
    ofAll: listOf(finite),
  }),
  oneForEachPlace,
);

/** Checked before everything else. */
const anything: Shape = () => [];

const fields = exactly({
  format: anything,
  version: count,
  seed: text,
  ids: andThen(
    listOf(id),
    rising((item: string) => item, []),
  ),
  openLeads: listOf(count),
  openOffers: listOf(count),
  openEffort: listOf(count),
  offeredEffort: listOf(count),
  ledgers: andThen(listOf(ledger), byName),
  notes: andThen(listOf(notes), byName),
});

/** Every list that runs beside the ids, with its path. */
const columnsOf = (state: State): readonly (readonly [Problem["path"], readonly number[]])[] => [
  ...LOADS.map((load) => [[load], state[load]] as const),
  ...state.ledgers.flatMap(({ credits, columns }, i) => [
    [["ledgers", i, "credits"], credits] as const,
    ...columns.map(({ values }, j) => [["ledgers", i, "columns", j, "values"], values] as const),
  ]),
];

const columnsFit: Shape = (value) => {
  const state = value as State;
  const { length } = state.ids;
  const beyond = state.notes.flatMap(({ places }, i) =>
    (places.at(-1) ?? -1) < length
      ? []
      : fault(`must be below ${length}, the number of ids`, ["notes", i, "places"]),
  );
  const strangers = state.ledgers.flatMap(({ adjusted = [] }, i) =>
    adjusted.flatMap(({ repId }, j) =>
      placeOf(state.ids, repId) >= 0
        ? []
        : fault("must be one of the ids", ["ledgers", i, "adjusted", j, "repId"]),
    ),
  );
  const odd = columnsOf(state).flatMap(([path, values]) =>
    values.length === length ? [] : fault(`must have ${length} entries, one for each id`, path),
  );
  const unbalanced = state.ledgers.flatMap(({ outside, credits }, i) =>
    addUpToZero([outside, ...credits])
      ? []
      : fault("must add up to zero with outside", ["ledgers", i, "credits"]),
  );
  return [...beyond, ...strangers, ...odd, ...unbalanced];
};

/** The shape of the record that this release writes. */
const FORMAT = 1;

/** Asked first: of a record of another format nothing else can be said. */
const formatKnown: Shape = (value) => {
  const format = isRecord(value) ? value["format"] : FORMAT;
  if (format === FORMAT) return [];
  if (format === undefined) return fault("is missing", ["format"]);
  return fault(typeof format === "number" ? `is ${format}, not ${FORMAT}` : `must be ${FORMAT}`, ["format"]);
};

/** What the core asks of a state. */
export const stateShape = andThen(formatKnown, andThen(fields, columnsFit));

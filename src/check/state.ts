import { LOADS } from "../internal/loads.js";
import type { Problem } from "../model/problem.js";
import type { State } from "../model/state.js";
import {
  andThen,
  count,
  exactly,
  finite,
  id,
  isRecord,
  listOf,
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

/** Strictly rising by code units, so sorted and without a double. */
const rising =
  (read: (item: unknown) => string, step: readonly string[]): Shape =>
  (value) => {
    const items = value as readonly unknown[];
    const faults: Problem[] = [];
    for (let i = 1; i < items.length; i += 1) {
      if (read(items[i - 1]) >= read(items[i])) {
        faults.push({ path: [i, ...step], message: "must come after the one before, by code units" });
      }
    }
    return faults;
  };

const byName = rising((item) => (item as { readonly name: string }).name, ["name"]);

const column = exactly({ name: text, values: listOf(finite) });

const ledger = exactly({
  name: id,
  credits: listOf(safeInteger),
  outside: safeInteger,
  columns: andThen(listOf(column), byName),
  totals: andThen(listOf(exactly({ name: text, value: finite })), byName),
});

const notes = exactly({ name: text, ofReps: listOf(listOf(finite)), ofAll: listOf(finite) });

/** Checked before everything else. */
const anything: Shape = () => [];

const fields = exactly({
  format: anything,
  version: count,
  seed: text,
  ids: andThen(
    listOf(id),
    rising((item) => item as string, []),
  ),
  openLeads: listOf(count),
  openOffers: listOf(count),
  openEffort: listOf(count),
  offeredEffort: listOf(count),
  ledgers: andThen(listOf(ledger), byName),
  notes: andThen(listOf(notes), byName),
});

/** Every list that runs beside the ids, with its path. */
const columnsOf = (state: State): readonly (readonly [Problem["path"], readonly unknown[]])[] => [
  ...LOADS.map((load) => [[load], state[load]] as const),
  ...state.ledgers.flatMap(({ credits, columns }, i) => [
    [["ledgers", i, "credits"], credits] as const,
    ...columns.map(({ values }, j) => [["ledgers", i, "columns", j, "values"], values] as const),
  ]),
  ...state.notes.map(({ ofReps }, i) => [["notes", i, "ofReps"], ofReps] as const),
];

const columnsFit: Shape = (value) => {
  const state = value as State;
  const { length } = state.ids;
  const odd = columnsOf(state).filter(([, values]) => values.length !== length);
  const unbalanced = state.ledgers.flatMap(({ outside, credits }, i) =>
    addUpToZero([outside, ...credits]) ? [] : [i],
  );
  return [
    ...odd.map(([path]) => ({ path, message: `must have ${length} entries, one for each id` })),
    ...unbalanced.map((i) => ({
      path: ["ledgers", i, "credits"],
      message: "must add up to zero with outside",
    })),
  ];
};

/** The shape of the record that this release writes. */
const FORMAT = 1;

/** Asked first: of a record of another format nothing else can be said. */
const formatKnown: Shape = (value) => {
  const format = isRecord(value) ? value["format"] : FORMAT;
  if (format === FORMAT) return [];
  if (format === undefined) return [{ path: ["format"], message: "is missing" }];
  return [
    {
      path: ["format"],
      message: typeof format === "number" ? `is ${format}, not ${FORMAT}` : `must be ${FORMAT}`,
    },
  ];
};

/** What the core asks of a state. */
export const stateShape = andThen(formatKnown, andThen(fields, columnsFit));

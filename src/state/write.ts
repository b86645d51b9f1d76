import type { Ledger, State, Total } from "../model/state.js";
import { columnOf, ledgerOf, named, withColumn, withLedger, withTotals } from "./ledger.js";

/** New numbers at these places of a column; a place is an index into the state's ids. */
export interface Cells {
  readonly places: readonly number[];
  readonly values: readonly number[];
}

/** What is to be written into one ledger. */
export interface Writing {
  readonly credits?: Cells;
  readonly columns?: readonly (Cells & { readonly name: string })[];
  readonly totals?: readonly Total[];
}

const isWritten = (old: readonly number[], { places, values }: Cells): boolean => {
  for (let i = 0; i < places.length; i += 1) if (old[places[i] as number] !== values[i]) return false;
  return true;
};

/** The very same numbers when none of them changes. */
const written = (old: readonly number[], { places, values }: Cells): readonly number[] => {
  if (isWritten(old, { places, values })) return old;
  const next = old.slice();
  for (let i = 0; i < places.length; i += 1) next[places[i] as number] = (values[i] as number) + 0;
  return next;
};

/** What the credits gain in all, `outside` loses, so that together they stay at zero. */
const writtenCredits = (ledger: Ledger, cells: Cells): Ledger => {
  const credits = written(ledger.credits, cells);
  if (credits === ledger.credits) return ledger;
  let gained = 0;
  for (const place of cells.places) gained += (credits[place] as number) - (ledger.credits[place] as number);
  return { ...ledger, credits, outside: ledger.outside - gained };
};

const writtenColumn = (ledger: Ledger, name: string, cells: Cells): Ledger => {
  const column = columnOf(ledger, name);
  const values = written(column.values, cells);
  return ledger.columns.includes(column) && values === column.values
    ? ledger
    : withColumn(ledger, { name, values });
};

const writtenTotals = (ledger: Ledger, totals: readonly Total[]): Ledger =>
  totals.every(({ name, value }) => named(ledger.totals, name)?.value === value)
    ? ledger
    : withTotals(
        ledger,
        totals.map(({ name, value }) => ({ name, value: value + 0 })),
      );

/** The state with this written into the ledger of that name; the very same when it stands there already. */
export const write = (state: State, name: string, { credits, columns = [], totals = [] }: Writing): State => {
  const before = ledgerOf(state, name);
  let ledger = before;
  if (credits !== undefined) ledger = writtenCredits(ledger, credits);
  for (const { name: column, ...cells } of columns) ledger = writtenColumn(ledger, column, cells);
  ledger = writtenTotals(ledger, totals);
  return ledger === before && state.ledgers.includes(before) ? state : withLedger(state, ledger);
};

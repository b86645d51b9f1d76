import { compareCodeUnits } from "../internal/codeUnits.js";
import type { LedgerName } from "../model/id.js";
import type { Adjusted, Column, Ledger, State, Total } from "../model/state.js";

interface Named {
  readonly name: string;
}

/** All at once, so that many new items cost one sort. */
const replaced = <A extends Named>(list: readonly A[], items: readonly A[]): readonly A[] => {
  const byName = new Map([...list, ...items].map((item) => [item.name, item]));
  return [...byName.values()].sort((a, b) => compareCodeUnits(a.name, b.name));
};

/** The item of that name in a list sorted by name: found by halves, since a ledger may have a total for each of many groups. */
export const named = <A extends Named>(sorted: readonly A[], name: string): A | undefined => {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] as A;
    if (found.name === name) return found;
    if (found.name < name) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
};

/** The ledger of that name; one that nobody has booked on yet is all zeros. */
export const ledgerOf = (state: State, name: LedgerName): Ledger =>
  named(state.ledgers, name) ?? {
    name,
    credits: state.ids.map(() => 0),
    outside: 0,
    columns: [],
    totals: [],
  };

export const withLedger = (state: State, ledger: Ledger): State => ({
  ...state,
  ledgers: replaced(state.ledgers, [ledger]),
});

export const columnOf = (ledger: Ledger, name: string): Column =>
  named(ledger.columns, name) ?? { name, values: ledger.credits.map(() => 0) };

export const withColumn = (ledger: Ledger, column: Column): Ledger => ({
  ...ledger,
  columns: replaced(ledger.columns, [column]),
});

/** The field as a ledger has it: absent where it says nothing. */
export const adjustedOf = (adjusted: readonly Adjusted[] = []): Pick<Ledger, "adjusted"> =>
  adjusted.length === 0 ? {} : { adjusted };

export const withTotals = (ledger: Ledger, totals: readonly Total[]): Ledger => ({
  ...ledger,
  totals: replaced(ledger.totals, totals),
});

import { compareCodeUnits } from "../internal/codeUnits.js";
import type { LedgerName } from "../model/id.js";
import type { Adjusted, Column, Ledger, State, Total } from "../model/state.js";

interface Named {
  readonly name: string;
}

const replaced = <A extends Named>(list: readonly A[], item: A): readonly A[] =>
  [...list.filter(({ name }) => name !== item.name), item].sort((a, b) => compareCodeUnits(a.name, b.name));

/** The ledger of that name; one that nobody has booked on yet is all zeros. */
export const ledgerOf = (state: State, name: LedgerName): Ledger =>
  state.ledgers.find((ledger) => ledger.name === name) ?? {
    name,
    credits: state.ids.map(() => 0),
    outside: 0,
    columns: [],
    totals: [],
  };

export const withLedger = (state: State, ledger: Ledger): State => ({
  ...state,
  ledgers: replaced(state.ledgers, ledger),
});

export const columnOf = (ledger: Ledger, name: string): Column =>
  ledger.columns.find((column) => column.name === name) ?? { name, values: ledger.credits.map(() => 0) };

export const withColumn = (ledger: Ledger, column: Column): Ledger => ({
  ...ledger,
  columns: replaced(ledger.columns, column),
});

/** The field as a ledger has it: absent where it says nothing. */
export const adjustedOf = (adjusted: readonly Adjusted[] = []): Pick<Ledger, "adjusted"> =>
  adjusted.length === 0 ? {} : { adjusted };

export const withTotal = (ledger: Ledger, total: Total): Ledger => ({
  ...ledger,
  totals: replaced(ledger.totals, total),
});

import {
  compose,
  holderOf,
  type Ledger,
  type Roster,
  type Selector,
  type State,
  type Strategy,
  unwrap,
} from "../../src/index.js";

/** A strategy of nothing but this selector, on the ledger "desk". */
export const deskOf = (selector: Selector): Strategy => compose({ ledger: "desk", filters: [], selector });

/** Deals one lead, number `n`. */
export const dealOne = (
  strategy: Strategy,
  roster: Roster,
  state: State,
  n: number,
): { readonly taker: string | undefined; readonly state: State } => {
  const outcome = unwrap(strategy({ id: `lead ${n}`, receivedAtMs: n }, roster, state));
  return { taker: holderOf(outcome.decision), state: outcome.state };
};

/** The only ledger of a state. */
export const deskLedger = (state: State): Ledger =>
  state.ledgers[0] ?? { name: "desk", credits: state.ids.map(() => 0), outside: 0, columns: [], totals: [] };

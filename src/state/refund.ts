import { placeOf } from "../internal/codeUnits.js";
import type { Refund } from "../model/delivery.js";
import type { LedgerName } from "../model/id.js";
import type { State } from "../model/state.js";
import { columnOf, ledgerOf } from "./ledger.js";
import { write } from "./write.js";

/** The column that counts the refunds of each rep: the core's own, not a selector's. */
export const REFUNDS = "refunds";

/**
 * Gives a price back from `outside`, unless the rep has had its refunds. One who was forgotten in between
 * has no account: what it paid went outside with it.
 */
export const refund = (state: State, ledgerName: LedgerName, { repId, price, mostPerRep }: Refund): State => {
  const place = placeOf(state.ids, repId);
  if (place < 0 || price === 0) return state;
  const ledger = ledgerOf(state, ledgerName);
  const had = columnOf(ledger, REFUNDS).values[place] as number;
  if (had >= mostPerRep) return state;
  const places = [place];
  return write(state, ledgerName, {
    credits: { places, values: [(ledger.credits[place] as number) + price] },
    columns: [{ name: REFUNDS, places, values: [had + 1] }],
  });
};

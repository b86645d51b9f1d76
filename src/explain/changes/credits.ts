import { placeOf } from "../../internal/codeUnits.js";
import { CREDITS_PER_LEAD } from "../../internal/credits.js";
import type { Explanation } from "../../model/explanation.js";
import type { LedgerName, RepId } from "../../model/id.js";
import type { State } from "../../model/state.js";
import { nextVersion } from "../../state/change.js";
import { join } from "../../state/join.js";
import { ledgerOf } from "../../state/ledger.js";
import { write } from "../../state/write.js";
import { leastNumber } from "./smallest.js";

/**
 * So many credits more on a ledger would have made the rep win.
 *
 * @since 0.1.0
 */
export interface CreditChange {
  readonly kind: "credits";
  readonly says: string;
  readonly ledger: LedgerName;
  /** By how many credits the account would have to be higher. */
  readonly credits: number;
}

/** What is added to one account comes out of the ledger's `outside`. */
const withCredits = (state: State, ledger: LedgerName, repId: RepId, credits: number): State => {
  const known = join(state, [repId]);
  const place = placeOf(known.ids, repId);
  const before = ledgerOf(known, ledger).credits[place] as number;
  return nextVersion(
    state,
    write(known, ledger, { credits: { places: [place], values: [before + credits] } }),
  );
};

/** More than this changes nothing: the credit that anybody is ahead by, and two leads for whatever else is compared. */
const mostCredits = (state: State, ledger: LedgerName, repId: RepId): number => {
  const { credits, outside } = ledgerOf(state, ledger);
  const own = credits[placeOf(state.ids, repId)] ?? 0;
  const ahead = credits.reduce((most, credit) => Math.max(most, credit - own), 0);
  const most = ahead + 2 * CREDITS_PER_LEAD;
  return Number.isSafeInteger(own + most) && Number.isSafeInteger(outside - most) ? most : 0;
};

/** The smallest number of credits that wins, on each ledger that was asked. */
export const credits = (
  { ledger, before = [] }: Explanation,
  repId: RepId,
  state: State,
  wins: (state: State) => boolean,
): readonly CreditChange[] =>
  [...new Set([...before.map((each) => each.ledger), ledger])].flatMap((name) => {
    const credits = leastNumber(0, mostCredits(state, name, repId), (more) =>
      wins(withCredits(state, name, repId, more)),
    );
    if (credits === undefined) return [];
    const leads = (credits / CREDITS_PER_LEAD).toFixed(2);
    return [{ kind: "credits", ledger: name, credits, says: `${leads} leads more owed on ledger ${name}` }];
  });

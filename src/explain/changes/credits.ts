import { placeOf } from "../../internal/codeUnits.js";
import { CREDITS_PER_LEAD } from "../../internal/credits.js";
import { cut } from "../../internal/quoted.js";
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
  /** In plain words, to stand after "with": "0.50 leads more owed on ledger desk". */
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

/** Room for what the turn itself books. */
const MOST_CREDITS = Number.MAX_SAFE_INTEGER - 4 * CREDITS_PER_LEAD;

/**
 * More than this changes nothing: what anybody is ahead by, and two leads for whatever else is compared. And no
 * account may leave the safe integers.
 */
const mostCredits = (state: State, ledger: LedgerName, repId: RepId): number => {
  const { credits: accounts, outside } = ledgerOf(state, ledger);
  const own = accounts[placeOf(state.ids, repId)] ?? 0;
  const ahead = accounts.reduce((most, credit) => Math.max(most, credit - own), 0);
  return Math.min(ahead + 2 * CREDITS_PER_LEAD, MOST_CREDITS - own, MOST_CREDITS + outside, MOST_CREDITS);
};

const saysOf = (credits: number, ledger: LedgerName): string => {
  const leads = (credits / CREDITS_PER_LEAD).toFixed(2);
  const more = credits === 1 ? "one credit" : leads === "0.00" ? "less than 0.01 leads" : `${leads} leads`;
  return `${more} more owed on ledger ${cut(ledger)}${credits === 1 ? ", having lost a tie" : ""}`;
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
    return [{ kind: "credits", ledger: name, credits, says: saysOf(credits, name) }];
  });

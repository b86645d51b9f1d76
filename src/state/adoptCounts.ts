import type { Either } from "fp-ts/lib/Either.js";
import { weightShape } from "../check/rep.js";
import { amount, andThen, atMost, count, faultsOf, id, listOf, recordOf } from "../check/shape.js";
import { placeOf } from "../internal/codeUnits.js";
import { CREDITS_PER_LEAD } from "../internal/credits.js";
import type { LedgerName, RepId } from "../model/id.js";
import type { Problems } from "../model/problem.js";
import type { State } from "../model/state.js";
import { change } from "./change.js";
import { join } from "./join.js";
import { ledgerOf, withLedger } from "./ledger.js";

/**
 * How many leads a rep had so far, and by which weight it should have had them (absent: 1).
 *
 * @since 0.1.0
 */
export interface PastCount {
  readonly repId: RepId;
  readonly leads: number;
  readonly weight?: number;
}

/**
 * What is known of the time before the first decision.
 *
 * @since 0.1.0
 */
export interface Past {
  readonly ledger: LedgerName;
  readonly counts: readonly PastCount[];
  /** The most leads by which anybody may be ahead or behind for it; 0 starts everybody level. */
  readonly mostLeads: number;
}

const HIGHEST = 1000;

const pastShape = recordOf({
  ledger: id,
  counts: listOf(recordOf({ repId: id, leads: count }, { weight: weightShape })),
  mostLeads: andThen(amount, atMost(HIGHEST)),
});

/** Whole, so that no sum depends on the order of the entries. */
const thousandths = ({ weight = 1 }: PastCount): number => Math.round(weight * 1000);

const clamped = (value: number, most: number): number => Math.max(-most, Math.min(most, value));

/**
 * Starts a ledger from what a CRM already counts: whoever had fewer leads than its share is owed the rest.
 *
 * Everything counted is split by weight among the reps named; what a rep had less than that is its credit,
 * at most `mostLeads` either way. So a newcomer with 0 leads among people with 500 gets `mostLeads` leads
 * to catch up with, and no flood.
 *
 * @remarks
 * - **Ties:** of two entries for one rep, the later one holds.
 * - **State:** replaces what the ledger says of these reps; what does not add up to zero goes to `outside`.
 * - **Promise:** on a fresh ledger nobody is ever owed more than (n-1)/2 + `mostLeads` leads by {@link rotation} or {@link weighted}.
 * - **Errors:** counts that are not whole, weights that a roster would refuse, `mostLeads` above 1,000, or a
 *   state that {@link readState} would refuse.
 *
 * @example
 * ```ts
 * const past = { ledger: "inbound", counts: [{ repId: "ann", leads: 12 }, { repId: "bob", leads: 10 }], mostLeads: 3 };
 * const state = unwrap(adoptCounts(emptyState({ seed: "s" }), past));
 * state.ledgers[0]?.credits.map((credit) => credit / CREDITS_PER_LEAD); // => [-1, 1]
 * ```
 *
 * @since 0.1.0
 */
export const adoptCounts = (state: State, past: Past): Either<Problems, State> =>
  change(state, faultsOf("past", pastShape, past), (good) => {
    const entries = [...new Map(past.counts.map((entry) => [entry.repId, entry])).values()];
    const joined = join(
      good,
      entries.map(({ repId }) => repId),
    );
    const ledger = ledgerOf(joined, past.ledger);
    const credits = [...ledger.credits];
    const totalLeads = entries.reduce((sum, { leads }) => sum + leads, 0);
    const totalWeight = entries.reduce((sum, entry) => sum + thousandths(entry), 0);
    let outside = ledger.outside;
    for (const entry of entries) {
      const { repId, leads } = entry;
      const place = placeOf(joined.ids, repId);
      const owedLeads = totalWeight === 0 ? 0 : (totalLeads * thousandths(entry)) / totalWeight - leads;
      const credit = Math.round(clamped(owedLeads, past.mostLeads) * CREDITS_PER_LEAD) + 0;
      outside += (credits[place] as number) - credit;
      credits[place] = credit;
    }
    const isNew = joined.ledgers.every(({ name }) => name !== past.ledger);
    const changed = isNew || credits.some((credit, place) => credit !== ledger.credits[place]);
    return changed ? withLedger(joined, { ...ledger, credits, outside: outside + 0 }) : joined;
  });

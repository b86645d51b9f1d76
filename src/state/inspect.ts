import { CREDITS_PER_LEAD } from "../internal/credits.js";
import type { LedgerName, RepId } from "../model/id.js";
import type { EpochMs } from "../model/instant.js";
import type { Adjusted, Ledger, State } from "../model/state.js";
import { beganAtMs } from "./period.js";

/**
 * One rep's account on one ledger, in leads.
 *
 * @since 0.1.0
 */
export interface OwedView {
  readonly ledger: LedgerName;
  readonly leads: number;
  /** What of it was added by hand, and the last time that anything was. Absent: nothing. */
  readonly adjusted?: Pick<Adjusted, "last"> & { readonly leads: number };
}

/**
 * One rep's load and accounts, in leads.
 *
 * @since 0.1.0
 */
export interface RepView {
  readonly repId: RepId;
  readonly openLeads: number;
  readonly openOffers: number;
  /** What they weigh, as {@link State} counts it. */
  readonly openEffort: number;
  readonly offeredEffort: number;
  /** What each ledger still owes the rep; negative: it had more than its share. */
  readonly owed: readonly OwedView[];
}

/**
 * A state as a person reads it.
 *
 * @since 0.1.0
 */
export interface StateView {
  readonly version: number;
  readonly reps: readonly RepView[];
  /** What forgotten reps took along and returned leads gave back. */
  readonly outside: readonly { readonly ledger: LedgerName; readonly leads: number }[];
  /** When the period of each ledger began that starts anew: its numbers are of that period, until a lead comes in a later one. */
  readonly periods: readonly { readonly ledger: LedgerName; readonly fromMs: EpochMs }[];
}

const inLeads = (credits: number): number => credits / CREDITS_PER_LEAD;

/** What a ledger owes each rep, by place and id. */
const owedBy = ({ name, credits, adjusted = [] }: Ledger): ((place: number, repId: RepId) => OwedView) => {
  const byHand = new Map(adjusted.map((each) => [each.repId, each]));
  return (place, repId) => {
    const found = byHand.get(repId);
    return {
      ledger: name,
      leads: inLeads(credits[place] as number),
      ...(found && { adjusted: { leads: inLeads(found.credits), last: found.last } }),
    };
  };
};

/**
 * Shows a good state by rep, for people: a view to read, not to store.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: rotation() });
 * const { state } = unwrap(strategy({ id: "l1", receivedAtMs: 0 }, { reps: [{ id: "ann" }, { id: "bob" }] }, emptyState({ seed: "s" })));
 * const [ann, bob] = inspect(state).reps;
 * [ann?.openLeads, bob?.openLeads, bob?.owed]; // => [1, 0, [{ ledger: "desk", leads: 0.5 }]]
 * ```
 *
 * @since 0.1.0
 */
export const inspect = (state: State): StateView => {
  const accounts = state.ledgers.map(owedBy);
  return {
    version: state.version,
    reps: state.ids.map((repId, i) => ({
      repId,
      openLeads: state.openLeads[i] as number,
      openOffers: state.openOffers[i] as number,
      openEffort: state.openEffort[i] as number,
      offeredEffort: state.offeredEffort[i] as number,
      owed: accounts.map((owedTo) => owedTo(i, repId)),
    })),
    outside: state.ledgers.map(({ name, outside }) => ({ ledger: name, leads: inLeads(outside) })),
    periods: state.ledgers.flatMap((ledger) => {
      const fromMs = beganAtMs(ledger);
      return fromMs === undefined ? [] : [{ ledger: ledger.name, fromMs }];
    }),
  };
};

import { demand } from "../internal/demand.js";

/**
 * What each end of a turn does to the account of whoever had it. `"counts"`: the turn is booked, and what was paid stays paid.
 * `"ignored"`: nothing is booked. `"givesBack"`: what was paid goes back, at most `refundsPerRep` times.
 *
 * @since 0.1.0
 */
export interface LedgerPolicy {
  /** An offer was refused. */
  readonly refused: "counts" | "ignored";
  /** An offer ran out without a word. */
  readonly timedOut: "counts" | "ignored";
  /** The holder gave the lead back, or it was taken back. */
  readonly returned: "counts" | "givesBack";
  /** Closed as a no-show. */
  readonly noShow: "counts" | "givesBack";
  /** Closed as cancelled. */
  readonly cancelled: "counts" | "givesBack";
  /** Closed as disqualified. */
  readonly disqualified: "counts" | "givesBack";
  /** It was a duplicate of another lead. */
  readonly merged: "counts" | "givesBack";
  /** Somebody moved the lead by hand, away from this rep. */
  readonly reassignedAway: "counts" | "givesBack";
  /** Somebody moved the lead by hand, to this rep. */
  readonly reassignedTo: "counts" | "ignored";
  /** The lead was taken from a holder who left or is away. */
  readonly released: "counts" | "givesBack";
  /** Somebody who was asked gave the lead to the rep who was suggested first. */
  readonly approved: "counts" | "ignored";
  /** Somebody who was asked gave the lead to another. */
  readonly overridden: "counts" | "ignored";
  /** The lead was taken from a holder who made no contact in time. */
  readonly lapsed: "counts" | "givesBack";
}

/**
 * The policy where nothing else is said: whatever a rep can bring about by itself counts, and what was no lead, or was taken
 * away without its doing, is given back.
 *
 * @example
 * ```ts
 * [LEDGER_POLICY.refused, LEDGER_POLICY.returned, LEDGER_POLICY.reassignedTo]; // => ["counts", "givesBack", "ignored"]
 * ```
 *
 * @since 0.1.0
 */
export const LEDGER_POLICY: LedgerPolicy = Object.freeze({
  refused: "counts",
  timedOut: "counts",
  returned: "givesBack",
  noShow: "givesBack",
  cancelled: "counts",
  disqualified: "counts",
  merged: "givesBack",
  reassignedAway: "givesBack",
  reassignedTo: "ignored",
  released: "givesBack",
  approved: "counts",
  overridden: "ignored",
  lapsed: "counts",
});

/** The rows in which the other value gives nothing back: there was no price yet. */
const BOOKED: readonly string[] = ["refused", "timedOut", "reassignedTo", "approved", "overridden"];

/** The whole table, with what is meant where a row is absent; refuses rows and values that are none. */
export const ledgerPolicy = (delivery: string, given: Partial<LedgerPolicy>): LedgerPolicy => {
  demand(typeof given === "object" && given !== null, `${delivery}: the policy must be an object`);
  const rows = Object.entries(given).filter(([, value]) => value !== undefined);
  for (const [row, value] of rows) {
    demand(Object.hasOwn(LEDGER_POLICY, row), `${delivery}: the policy has no row ${JSON.stringify(row)}`);
    const other = BOOKED.includes(row) ? "ignored" : "givesBack";
    demand(
      value === "counts" || value === other,
      `${delivery}: policy.${row} must be one of "counts", "${other}"`,
    );
  }
  return { ...LEDGER_POLICY, ...Object.fromEntries(rows) };
};

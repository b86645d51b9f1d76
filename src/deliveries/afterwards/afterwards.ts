import { demand } from "../../internal/demand.js";
import type { EventQuestion, Move, Refusal } from "../../model/delivery.js";
import { type LedgerPolicy, ledgerPolicy } from "../ledgerPolicy.js";
import { LEAD_CLOSED, NO_OFFER, NO_SEGMENTS, NOT_CLAIMABLE, withoutOffer } from "../refusals.js";
import type { Deal } from "./deal.js";
import { onClosed } from "./onClosed.js";
import { onMerged } from "./onMerged.js";
import { onReassigned } from "./onReassigned.js";
import { onReleased } from "./onReleased.js";
import { onReturned } from "./onReturned.js";
import { type LookAgainUntil, onUpdated } from "./onUpdated.js";
import { onWoken } from "./onWoken.js";
import { onWorked } from "./onWorked.js";

/**
 * Options about what becomes of a lead once it was handed over, for every delivery alike.
 *
 * @since 0.1.0
 */
export interface AfterwardsOptions {
  /**
   * How often one rep gets a lead's price back on one ledger, whether for a return, a no-show, a duplicate, a move by hand or
   * an update. Absent: 10.
   */
  readonly refundsPerRep?: number;
  /** Until when an `updated` lead is looked at again: `"offered"` is until somebody is asked. Absent: `"offered"`. */
  readonly lookAgainUntil?: LookAgainUntil;
  /** What counts towards a turn, and what gives its price back. What is absent is as {@link LEDGER_POLICY} says. */
  readonly policy?: Partial<LedgerPolicy>;
}

/** The options with what is meant where one is absent. */
export interface Afterwards extends Required<Omit<AfterwardsOptions, "policy">> {
  readonly policy: LedgerPolicy;
}

const UNTIL: readonly LookAgainUntil[] = ["offered", "assigned", "worked"];

/** Fills the options in; refuses those that mean nothing. */
export const afterwardsOptions = (
  delivery: string,
  { refundsPerRep = 10, lookAgainUntil = "offered", policy = {} }: AfterwardsOptions,
): Afterwards => {
  demand(
    Number.isSafeInteger(refundsPerRep) && refundsPerRep >= 0,
    `${delivery}: refundsPerRep must be a whole number, not negative`,
  );
  demand(
    UNTIL.includes(lookAgainUntil),
    `${delivery}: lookAgainUntil must be one of ${UNTIL.map((until) => JSON.stringify(until)).join(", ")}`,
  );
  return { refundsPerRep, lookAgainUntil, policy: ledgerPolicy(delivery, policy) };
};

/** Answers what happens to a lead beside offers: `deal` says how it is dealt on. */
export const afterwards =
  (deal: Deal, options: Afterwards) =>
  (question: EventQuestion): Move | Refusal => {
    const { event, decision } = question;
    if (decision.status === "closed") return LEAD_CLOSED;
    switch (event.type) {
      case "closed":
        return onClosed(question, event, options);
      case "merged":
        return onMerged(question, event, options);
      case "returned":
        return onReturned(question, event, deal, options);
      case "reassigned":
        return onReassigned(question, event, options);
      case "released":
        return onReleased(question, event, deal, options);
      case "opened":
        return NO_SEGMENTS;
      case "worked":
        return onWorked(question, event);
      case "woken":
        return onWoken(question, deal);
      case "updated":
        return onUpdated(question, deal, options);
      case "accepted":
      case "declined":
        return withoutOffer(decision, event.repId);
      case "claimed":
        return decision.status === "assigned" ? withoutOffer(decision, event.repId) : NOT_CLAIMABLE;
      case "expired":
        return decision.status === "offered" ? onWoken(question, deal) : NO_OFFER;
    }
  };

import type { Decision } from "../../model/decision.js";
import type { Refund } from "../../model/delivery.js";
import type { LedgerPolicy } from "../ledgerPolicy.js";
import type { Afterwards } from "./afterwards.js";

/** What the holder paid goes back to it; nothing where nobody holds the lead. */
export const refundTo = (decision: Decision, { refundsPerRep }: Afterwards): Refund | undefined =>
  decision.status === "assigned"
    ? { repId: decision.repId, price: decision.price, mostPerRep: refundsPerRep }
    : undefined;

/** The same where the policy says so of that row. */
export const refundBy = (
  row: keyof LedgerPolicy,
  decision: Decision,
  options: Afterwards,
): Refund | undefined => (options.policy[row] === "givesBack" ? refundTo(decision, options) : undefined);

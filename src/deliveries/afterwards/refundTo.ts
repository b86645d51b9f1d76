import type { Decision } from "../../model/decision.js";
import type { Refund } from "../../model/delivery.js";

/** What the holder paid goes back to it; nothing where nobody holds the lead. */
export const refundTo = (decision: Decision, mostPerRep: number): Refund | undefined =>
  decision.status === "assigned" ? { repId: decision.repId, price: decision.price, mostPerRep } : undefined;

import type { EventQuestion, Move, Refusal } from "../../model/delivery.js";
import { NOT_HELD, NOT_HOLDER } from "../refusals.js";
import { type Deal, dealtOn } from "./deal.js";
import type { EventOf } from "./of.js";
import { refundTo } from "./refundTo.js";

/** The holder gives the lead up: its price goes back, and the lead is dealt on among the others. */
export const onReturned = (
  question: EventQuestion,
  { repId }: Pick<EventOf<"returned">, "repId">,
  deal: Deal,
  refundsPerRep: number,
): Move | Refusal => {
  const { decision } = question;
  if (decision.status !== "assigned") return NOT_HELD;
  if (repId !== undefined && repId !== decision.repId) return NOT_HOLDER;
  return {
    refund: refundTo(decision, refundsPerRep),
    setAside: [decision.repId],
    place: dealtOn(deal, question),
  };
};

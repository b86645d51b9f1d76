import type { EventQuestion, Move, Refusal } from "../../model/delivery.js";
import { NOT_HELD, NOT_HOLDER } from "../refusals.js";
import type { Afterwards } from "./afterwards.js";
import { type Deal, dealtOn } from "./deal.js";
import type { EventOf } from "./of.js";
import { refundBy } from "./refundTo.js";

/** The holder gives the lead up: the policy says whether its price goes back, and the lead is dealt on among the others. */
export const onReturned = (
  question: EventQuestion,
  { repId }: Pick<EventOf<"returned">, "repId">,
  deal: Deal,
  options: Afterwards,
  row: "returned" | "released" = "returned",
): Move | Refusal => {
  const { decision } = question;
  if (decision.status !== "assigned") return NOT_HELD;
  if (repId !== undefined && repId !== decision.repId) return NOT_HOLDER;
  return {
    refund: refundBy(row, decision, options),
    setAside: [decision.repId],
    place: dealtOn(deal, question),
  };
};

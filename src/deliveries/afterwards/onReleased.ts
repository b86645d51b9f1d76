import type { EventQuestion, Move, Refusal } from "../../model/delivery.js";
import type { Afterwards } from "./afterwards.js";
import type { Deal } from "./deal.js";
import type { EventOf } from "./of.js";
import { onReturned } from "./onReturned.js";

/** The lead is taken from a holder who left or is away, and dealt on; for a time, the decision keeps who is to have it back. */
export const onReleased = (
  question: EventQuestion,
  event: EventOf<"released">,
  deal: Deal,
  options: Afterwards,
): Move | Refusal => {
  const { decision } = question;
  const { isTemporary = false } = event;
  const move = onReturned(question, event, deal, options, "released");
  if ("rule" in move || decision.status !== "assigned") return move;
  return isTemporary ? { ...move, lentBy: decision.lentBy ?? decision.repId } : { ...move, isForGood: true };
};

import type { EventQuestion, Move } from "../../model/delivery.js";
import type { EventOf } from "./of.js";
import { refundTo } from "./refundTo.js";

/** The lead is over, with its holder. Only a no-show gives the price back. */
export const onClosed = (
  { decision }: EventQuestion,
  { result, value }: EventOf<"closed">,
  refundsPerRep: number,
): Move => ({
  refund: result === "no-show" ? refundTo(decision, refundsPerRep) : undefined,
  place: () => ({
    status: "closed",
    ...(decision.status === "assigned" ? { repId: decision.repId } : {}),
    result,
    ...(value === undefined ? {} : { value }),
  }),
});

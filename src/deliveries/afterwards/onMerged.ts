import type { EventQuestion, Move, Refusal } from "../../model/delivery.js";
import { INTO_ITSELF } from "../refusals.js";
import type { EventOf } from "./of.js";
import { refundTo } from "./refundTo.js";

/** A duplicate is over, with its holder, and was no lead: the price goes back. */
export const onMerged = (
  { lead, decision }: EventQuestion,
  { into }: EventOf<"merged">,
  refundsPerRep: number,
): Move | Refusal =>
  into === lead.id
    ? INTO_ITSELF
    : {
        refund: refundTo(decision, refundsPerRep),
        place: () => ({
          status: "closed",
          ...(decision.status === "assigned" ? { repId: decision.repId } : {}),
          result: "merged",
          into,
        }),
      };

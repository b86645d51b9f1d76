import type { EventQuestion, Move, Refusal } from "../../model/delivery.js";
import { INTO_ITSELF } from "../refusals.js";
import type { Afterwards } from "./afterwards.js";
import type { EventOf } from "./of.js";
import { refundBy } from "./refundTo.js";

/** A duplicate is over, with its holder, and was no lead: the policy says whether the price goes back. */
export const onMerged = (
  { lead, decision }: EventQuestion,
  { into }: EventOf<"merged">,
  options: Afterwards,
): Move | Refusal =>
  into === lead.id
    ? INTO_ITSELF
    : {
        refund: refundBy("merged", decision, options),
        place: () => ({
          status: "closed",
          ...(decision.status === "assigned" ? { repId: decision.repId } : {}),
          result: "merged",
          into,
        }),
      };

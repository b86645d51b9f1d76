import type { EventQuestion, Move, Refusal } from "../../model/delivery.js";
import { HOLDER_FITS, NOBODY_ELSE, SETTLED, WORKED_ALREADY } from "../refusals.js";
import type { Afterwards } from "./afterwards.js";
import { type Deal, dealtOn } from "./deal.js";
import { refundTo } from "./refundTo.js";

/**
 * Until when a lead is looked at again when more becomes known of it; each names the moment that ends it.
 *
 * - `"offered"`: while nobody has it or is asked, and while it is put aside.
 * - `"assigned"`: also while it is offered or in a pool; the offers are withdrawn, and no turn is lost.
 * - `"worked"`: also while its holder has made no contact; the lead moves only when the holder may not have it any more
 *   and somebody else may.
 *
 * @since 0.1.0
 */
export type LookAgainUntil = "offered" | "assigned" | "worked";

/** Looks again, as far as the policy goes. Whoever holds the lead is not set aside: it gave nothing up. */
export const onUpdated = (question: EventQuestion, deal: Deal, options: Afterwards): Move | Refusal => {
  const { decision, candidate, findsAnybody } = question;
  const { lookAgainUntil } = options;
  const place = dealtOn(deal, question);
  switch (decision.status) {
    case "offered":
    case "pooled":
      return lookAgainUntil === "offered" ? SETTLED : { place };
    case "assigned":
      if (lookAgainUntil !== "worked") return SETTLED;
      if (decision.workedAtMs !== undefined) return WORKED_ALREADY;
      if (candidate(decision.repId)._tag === "Right") return HOLDER_FITS;
      return findsAnybody() ? { refund: refundTo(decision, options), place } : NOBODY_ELSE;
    default:
      return { place };
  }
};

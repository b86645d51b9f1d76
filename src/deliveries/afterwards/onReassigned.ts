import type { EventQuestion, Move, Refusal } from "../../model/delivery.js";
import { HELD_ALREADY } from "../refusals.js";
import type { EventOf } from "./of.js";
import { refundTo } from "./refundTo.js";

/** The lead goes to the named rep, if every filter lets it through; nothing is booked for it. */
export const onReassigned = (
  { decision, candidate }: EventQuestion,
  { to }: EventOf<"reassigned">,
  refundsPerRep: number,
): Move | Refusal => {
  const holder = decision.status === "assigned" ? decision.repId : undefined;
  if (holder === to) return HELD_ALREADY;
  const found = candidate(to);
  if (found._tag === "Left") return { rule: found.left.by, reason: found.left.exclusion.reason };
  return {
    refund: refundTo(decision, refundsPerRep),
    setAside: holder === undefined ? [] : [holder],
    isForGood: true,
    place: () => ({ status: "assigned", repId: to, counts: false }),
  };
};

import type { EventQuestion, Move, Refusal } from "../../model/delivery.js";
import { HELD_ALREADY } from "../refusals.js";
import type { Afterwards } from "./afterwards.js";
import type { EventOf } from "./of.js";
import { refundBy } from "./refundTo.js";

/** The lead goes to the named rep, if every filter lets it through; the policy says whether it is a turn. */
export const onReassigned = (
  { decision, candidate }: EventQuestion,
  { to }: EventOf<"reassigned">,
  options: Afterwards,
): Move | Refusal => {
  const holder = decision.status === "assigned" ? decision.repId : undefined;
  if (holder === to) return HELD_ALREADY;
  const found = candidate(to);
  if (found._tag === "Left") return { rule: found.left.by, reason: found.left.exclusion.reason };
  // Whoever had the lead only for a time gave nothing up.
  const isHandedBack = decision.lentBy === to;
  return {
    refund: refundBy("reassignedAway", decision, options),
    setAside: holder === undefined || isHandedBack ? [] : [holder],
    isForGood: true,
    place: () => ({ status: "assigned", repId: to, counts: options.policy.reassignedTo === "counts" }),
  };
};

import type { EventQuestion, Move } from "../../model/delivery.js";
import type { LedgerPolicy } from "../ledgerPolicy.js";
import type { Afterwards } from "./afterwards.js";
import type { EventOf } from "./of.js";
import { refundBy } from "./refundTo.js";

/** The rows of the results for which the policy has one; a lead that was won or lost was one. */
const ROWS: Readonly<Partial<Record<EventOf<"closed">["result"], keyof LedgerPolicy>>> = {
  "no-show": "noShow",
  cancelled: "cancelled",
  disqualified: "disqualified",
};

/** The lead is over, with its holder. The policy says whether its price goes back. */
export const onClosed = (
  { decision }: EventQuestion,
  { result, value }: EventOf<"closed">,
  options: Afterwards,
): Move => {
  const row = ROWS[result];
  return {
    refund: row === undefined ? undefined : refundBy(row, decision, options),
    place: () => ({
      status: "closed",
      ...(decision.status === "assigned" ? { repId: decision.repId } : {}),
      result,
      ...(value === undefined ? {} : { value }),
    }),
  };
};

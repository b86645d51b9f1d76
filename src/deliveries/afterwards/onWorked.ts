import type { EventQuestion, Move, Refusal } from "../../model/delivery.js";
import { NOT_HELD, NOT_HOLDER, WORKED_ALREADY } from "../refusals.js";
import type { EventOf } from "./of.js";

/** The holder has made first contact: the decision keeps when. */
export const onWorked = ({ decision }: EventQuestion, { repId }: EventOf<"worked">): Move | Refusal => {
  if (decision.status !== "assigned") return NOT_HELD;
  if (repId !== undefined && repId !== decision.repId) return NOT_HOLDER;
  if (decision.workedAtMs !== undefined) return WORKED_ALREADY;
  return {
    place: () => ({ status: "assigned", repId: decision.repId, counts: false, worked: true }),
  };
};

import type { EventQuestion, Move, Refusal } from "../../model/delivery.js";
import { NOT_DUE, NOT_WAITING } from "../refusals.js";
import { type Deal, dealtOn } from "./deal.js";

/** A lead that was put aside is looked at once its time has come, and one that nobody has at any time. */
export const onWoken = (question: EventQuestion, deal: Deal): Move | Refusal => {
  const { decision, nowMs } = question;
  if (decision.status !== "parked" && decision.status !== "unassigned") return NOT_WAITING;
  if (decision.status === "parked" && nowMs < decision.wakeAtMs) return NOT_DUE;
  return { place: dealtOn(deal, question) };
};

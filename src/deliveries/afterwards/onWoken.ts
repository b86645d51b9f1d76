import type { EventQuestion, Move, Refusal } from "../../model/delivery.js";
import { NOT_DUE, NOT_WAITING } from "../refusals.js";
import { type Deal, dealtOn } from "./deal.js";

/**
 * A lead that waits is dealt once its time has come, and one that nobody has at any time. That holds also for offers and pools
 * that another delivery left, so that no lead is lost when a strategy changes. One that is put aside may be dealt early where
 * somebody may have it; else it goes on waiting for its own time. What somebody has waits for nothing here.
 */
export const onWoken = (question: EventQuestion, deal: Deal): Move | Refusal => {
  const { decision, event, findsAnybody } = question;
  const place = dealtOn(deal, question);
  if (decision.status === "unassigned") return { place };
  const isHeld = decision.status === "assigned";
  if (isHeld || !("wakeAtMs" in decision) || decision.wakeAtMs === undefined) return NOT_WAITING;
  if (event.atMs >= decision.wakeAtMs) return { place };
  const mayBeEarly = decision.status === "parked" && event.type === "woken" && event.isEarly === true;
  return mayBeEarly && findsAnybody() ? { place } : NOT_DUE;
};

import type { Decision, Offer } from "../model/decision.js";
import type { LeadEvent } from "../model/event.js";
import type { RepId } from "../model/id.js";
import type { Answer } from "./arbitraries/anAnswer.js";

const LATE_MS = 1;

/** The last moment in time, the end, or just after it. */
const momentOf = (sinceMs: number, untilMs: number, when: Answer["when"]): number => {
  if (when === "in time") return Math.max(sinceMs, untilMs - 1);
  return when === "late" ? untilMs + LATE_MS : untilMs;
};

/** The end of a time is told when it is over, so an early one comes before. */
const endOf = (endMs: number, when: Answer["when"]): number =>
  when === "in time" ? endMs : momentOf(0, endMs, when === "late" ? "late" : "in time");

/**
 * The event that an answer comes to where the lead stands: a yes or no to an offer, a claim, the end of a time, that for first
 * contact too; first contact, a return or a win by whoever holds it. From a pool of which nobody was told, one of `repIds` claims.
 *
 * @example
 * ```ts
 * import { fittingEvent } from "fairlead/testing";
 * const strategy = compose({ ledger: "desk", filters: [], selector: rotation(), delivery: cascade({ answerMs: 10 }) });
 * const { decision } = unwrap(strategy({ id: "l1", receivedAtMs: 0 }, { reps: [{ id: "ann" }] }, emptyState({ seed: "s" })));
 * fittingEvent(decision, { id: "a1", says: "fits", when: "in time", nth: 0 });
 * // => { id: "a1", atMs: 9, type: "accepted", repId: "ann" }
 * ```
 *
 * @since 0.1.0
 */
export const fittingEvent = (
  decision: Decision,
  { id, says, when, nth }: Answer,
  repIds: readonly RepId[] = [],
): LeadEvent => {
  switch (decision.status) {
    case "offered": {
      const { repId, sinceMs, untilMs } = decision.offers[nth % decision.offers.length] as Offer;
      if (says === "nothing") return { id, atMs: endOf(decision.wakeAtMs, when), type: "expired" };
      const atMs = momentOf(sinceMs, untilMs, when);
      return { id, atMs, type: says === "fits" ? "accepted" : "declined", repId };
    }
    case "pooled": {
      const { mayClaim = repIds, wakeAtMs = decision.atMs + 1 } = decision;
      const repId = mayClaim[nth % mayClaim.length];
      const atMs = when === "in time" ? decision.atMs : momentOf(decision.atMs, wakeAtMs, when);
      if (says === "fits" && repId !== undefined) return { id, atMs, type: "claimed", repId };
      return { id, atMs: endOf(wakeAtMs, when), type: "woken" };
    }
    case "assigned":
      if (says === "nothing" && decision.wakeAtMs !== undefined)
        return { id, atMs: endOf(decision.wakeAtMs, when), type: "woken" };
      if (says === "nothing") return { id, atMs: decision.atMs, type: "closed", result: "won" };
      return {
        id,
        atMs: decision.atMs,
        type: says === "fits" ? "worked" : "returned",
        repId: decision.repId,
      };
    case "parked":
      return { id, atMs: endOf(decision.wakeAtMs, when), type: "woken" };
    default:
      return { id, atMs: decision.atMs, type: says === "denies" ? "updated" : "woken" };
  }
};

import type { Decision } from "../../model/decision.js";
import type { EventQuestion, Move, Placement, Refusal, StartQuestion } from "../../model/delivery.js";
import type { EpochMs } from "../../model/instant.js";
import type { Deal } from "../afterwards/deal.js";
import type { EventOf, Standing } from "../afterwards/of.js";
import { onReassigned } from "../afterwards/onReassigned.js";
import { toFirst } from "../afterwards/toFirst.js";
import { giveUp, NOBODY_DECIDED } from "../whenNobody/giveUp.js";
import type { Plan } from "./plan.js";

const AWAITS_MANAGER = "awaits-manager";

/** Whether the lead waits for somebody to deal it. */
export const isAwaiting = (decision: Decision): decision is Standing<"parked"> =>
  decision.status === "parked" && decision.reason === AWAITS_MANAGER;

/** The lead waits for somebody to deal it, until then; the first of the order are suggested. */
export const suggest =
  ({ mostSuggested, decideMs }: Plan, wakeAtMs?: EpochMs): Deal =>
  ({ ranking, nowMs }: StartQuestion): Placement => {
    const order = ranking();
    return {
      status: "parked",
      reason: AWAITS_MANAGER,
      wakeAtMs: wakeAtMs ?? nowMs + decideMs,
      suggested: Array.from(
        { length: Math.min(mostSuggested, order.length) },
        (_, place) => order.at(place)?.id ?? "",
      ),
    };
  };

/** Nobody has dealt it in time. */
export const giveOn =
  ({ whenUndecided }: Plan): Deal =>
  (question) => {
    if (whenUndecided === "push")
      return toFirst(question) ?? giveUp({ whenNobody: "unassigned", because: undefined }, question);
    question.ranking();
    return giveUp({ whenNobody: whenUndecided, because: NOBODY_DECIDED }, question);
  };

/** Somebody deals it: to the rep who was suggested first, or to another. */
export const onDealt = (
  plan: Plan,
  question: EventQuestion,
  event: EventOf<"reassigned">,
  { suggested = [] }: Standing<"parked">,
): Move | Refusal => {
  const move = onReassigned(question, event, plan);
  if ("rule" in move) return move;
  const { to } = event;
  const byHand = suggested[0] === to ? "approved" : "overridden";
  const counts = plan.policy[byHand] === "counts";
  return { ...move, place: () => ({ status: "assigned", repId: to, counts, byHand }) };
};

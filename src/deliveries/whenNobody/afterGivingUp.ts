import type { Decision } from "../../model/decision.js";
import type { EventQuestion, Move, Refusal } from "../../model/delivery.js";
import { type Afterwards, afterwards } from "../afterwards/afterwards.js";
import type { Deal } from "../afterwards/deal.js";
import { NOBODY_ACCEPTED, NOBODY_CLAIMED, NOBODY_DECIDED, NOBODY_FOUND } from "./giveUp.js";

const GIVEN_UP: readonly string[] = [NOBODY_ACCEPTED, NOBODY_CLAIMED, NOBODY_DECIDED, NOBODY_FOUND];

/** Whether a delivery put the lead aside because nobody has it: then everybody is asked again. */
const isGivenUp = (decision: Decision): boolean =>
  decision.status === "parked" && GIVEN_UP.includes(decision.reason);

/** Whether a lead that was put aside is woken early: whoever gave it up is left in peace until its time has come. */
const isBeforeItsTime = ({ decision, event }: EventQuestion): boolean =>
  decision.status === "parked" && event.type === "woken" && event.atMs < decision.wakeAtMs;

/** Deals anew: whoever gave the lead up is asked again. */
const again =
  (deal: Deal): Deal =>
  (question) => {
    question.ranking({ again: question.tried });
    return deal({ ...question, tried: [] });
  };

/** As {@link afterwards}, but that a lead which was put aside because nobody has it is for everybody again. */
export const afterGivingUp = (
  deal: Deal,
  settings: Afterwards,
): ((question: EventQuestion) => Move | Refusal) => {
  const others = afterwards(deal, settings);
  const othersAgain = afterwards(again(deal), settings);
  return (question) =>
    isGivenUp(question.decision) && !isBeforeItsTime(question) ? othersAgain(question) : others(question);
};

import type { Placement, StartQuestion } from "../../model/delivery.js";
import { giveUp } from "./giveUp.js";
import { offerNext } from "./offerNext.js";
import type { Plan } from "./plan.js";
import { ringFrom } from "./rings.js";

/** Starts asking, from the first ring whose time is not over. Who gave the lead up before is not asked in any pass. */
export const begin =
  (plan: Plan) =>
  (question: StartQuestion): Placement => {
    const ring = ringFrom(plan, question, 0);
    return ring === undefined
      ? giveUp(plan, question, question.tried.length > 0)
      : offerNext(plan, question, [], {
          ...ring,
          round: 1,
          offersMade: 0,
          declined: [],
          silent: [],
          waiting: [],
        });
  };

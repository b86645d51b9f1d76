import assert from "node:assert/strict";
import { compareWith } from "./compare.js";
import { emptyDesk } from "./desk.js";
import type { Life } from "./intents.js";
import { live, type Watch } from "./live.js";
import { type Setup, strategyOf } from "./setup.js";
import { tellEvent, tellLead } from "./tell.js";

/** Lives a life beside the model: after every call decision, state and refusal are what the model says. */
export const keepsToModel = (setup: Setup, life: Life, look: Watch = () => undefined): void => {
  const desk = emptyDesk(setup);
  live(strategyOf(setup), life, setup.filters.includes("capacity"), (call, step) => {
    const { outcome } = step;
    if (call.type === "lead") tellLead(desk, call.lead, call.roster, call.nowMs);
    else {
      const rule = tellEvent(desk, call.lead, call.event, call.roster);
      assert.equal(outcome.refusal?.rule, rule);
    }
    compareWith(desk, outcome.decision, outcome.state);
    look(call, step);
  });
};

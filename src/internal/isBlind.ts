import type { Decision, PooledPlace } from "../model/decision.js";

/** Whether nobody is to see more of the lead, until it is claimed, than what the decision says. */
export const isBlind = (decision: Decision | undefined): decision is Extract<Decision, PooledPlace> =>
  decision?.status === "pooled" && decision.mode === "blind";

import type { Decision } from "../../model/decision.js";
import { play } from "../play.js";
import { insistCounters } from "./counters.js";
import { insist, lawOfScenarios } from "./law.js";

const hasAnEnd = (decision: Decision): boolean => {
  switch (decision.status) {
    case "assigned":
      return typeof decision.repId === "string";
    case "offered":
      return decision.offers.length > 0 && Number.isFinite(decision.wakeAtMs);
    case "parked":
      return decision.reason !== "" && Number.isFinite(decision.wakeAtMs);
    case "unassigned":
      return decision.reason !== "";
    case "pooled":
      return decision.mayClaim === undefined || decision.mayClaim.length > 0;
    case "closed":
      return true;
  }
};

/**
 * A lead is always assigned, offered, pooled, parked with a time, unassigned with a reason, or closed; and the
 * counters of the state equal what the leads say.
 *
 * @since 0.1.0
 */
export const nothingLost = lawOfScenarios(
  "nothingLost",
  "A lead is always assigned, offered, pooled, parked with a time, unassigned with a reason, or closed. Counters equal the fold of the events.",
  (strategy, scenario) => {
    const decisions = new Map<string, Decision>();
    for (const { lead, result } of play(strategy, scenario)) {
      if (result._tag === "Left") continue;
      const { decision, state } = result.right;
      insist(hasAnEnd(decision), `a lead is nowhere: ${JSON.stringify(decision)}`);
      decisions.set(lead.id, decision);
      insistCounters(state, decisions.values());
    }
  },
);

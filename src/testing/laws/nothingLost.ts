import type { Decision } from "../../model/decision.js";
import type { RepId } from "../../model/id.js";
import type { State } from "../../model/state.js";
import { play } from "../play.js";
import { insist, lawOfScenarios } from "./law.js";

/** What the leads themselves say of each rep's load. */
const loadsOf = (decisions: Iterable<Decision>): ReadonlyMap<RepId, readonly [number, number]> => {
  const loads = new Map<RepId, readonly [number, number]>();
  const add = (repId: RepId, leads: number, offers: number): void => {
    const [openLeads, openOffers] = loads.get(repId) ?? [0, 0];
    loads.set(repId, [openLeads + leads, openOffers + offers]);
  };
  for (const decision of decisions) {
    if (decision.status === "assigned") add(decision.repId, 1, 0);
    if (decision.status === "offered") for (const { repId } of decision.offers) add(repId, 0, 1);
  }
  return loads;
};

const insistCounters = (state: State, decisions: Iterable<Decision>): void => {
  const loads = loadsOf(decisions);
  state.ids.forEach((repId, i) => {
    const [openLeads, openOffers] = loads.get(repId) ?? [0, 0];
    insist(
      state.openLeads[i] === openLeads,
      `open leads of ${JSON.stringify(repId)} are not what the leads say`,
    );
    insist(
      state.openOffers[i] === openOffers,
      `open offers of ${JSON.stringify(repId)} are not what the leads say`,
    );
  });
};

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
      return decision.mayClaim.length > 0 || decision.wakeAtMs !== undefined;
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

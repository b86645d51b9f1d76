import { quoted } from "../../internal/quoted.js";
import type { Decision } from "../../model/decision.js";
import type { RepId } from "../../model/id.js";
import type { State } from "../../model/state.js";
import { insist } from "./law.js";

type Load = readonly [openLeads: number, openOffers: number];

/** What the leads themselves say of each rep's load. */
const loadsOf = (decisions: Iterable<Decision>): ReadonlyMap<RepId, Load> => {
  const loads = new Map<RepId, Load>();
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

/** Insists that the state counts for each rep what the leads say, and knows everybody who has one. */
export const insistCounters = (state: State, decisions: Iterable<Decision>): void => {
  const loads = loadsOf(decisions);
  const known = new Set(state.ids);
  for (const repId of loads.keys())
    insist(known.has(repId), `the state does not know ${quoted(repId)}, who has a lead`);
  state.ids.forEach((repId, i) => {
    const [openLeads, openOffers] = loads.get(repId) ?? [0, 0];
    insist(state.openLeads[i] === openLeads, `open leads of ${quoted(repId)} are not what the leads say`);
    insist(state.openOffers[i] === openOffers, `open offers of ${quoted(repId)} are not what the leads say`);
  });
};

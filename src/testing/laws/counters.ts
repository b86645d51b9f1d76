import { LOADS, type Loads, NO_LOAD } from "../../internal/loads.js";
import { quoted } from "../../internal/quoted.js";
import type { Decision } from "../../model/decision.js";
import type { RepId } from "../../model/id.js";
import type { State } from "../../model/state.js";
import { insist } from "./law.js";

/** What the leads themselves say of each rep's load. */
const loadsOf = (decisions: Iterable<Decision>): ReadonlyMap<RepId, Loads> => {
  const loads = new Map<RepId, Loads>();
  const add = (repId: RepId, more: Partial<Loads>): void => {
    const sum = { ...(loads.get(repId) ?? NO_LOAD) };
    for (const column of LOADS) sum[column] += more[column] ?? 0;
    loads.set(repId, sum);
  };
  for (const decision of decisions) {
    if (decision.status === "assigned")
      add(decision.repId, { openLeads: 1, openEffort: decision.effort ?? 1 });
    if (decision.status === "offered")
      for (const { repId, effort = 1 } of decision.offers)
        add(repId, { openOffers: 1, offeredEffort: effort });
  }
  return loads;
};

const WORDS: Readonly<Record<keyof Loads, string>> = {
  openLeads: "open leads",
  openOffers: "open offers",
  openEffort: "the effort of open leads",
  offeredEffort: "the effort of open offers",
};

/** Insists that the state counts for each rep what the leads say, and knows everybody who has one. */
export const insistCounters = (state: State, decisions: Iterable<Decision>): void => {
  const loads = loadsOf(decisions);
  const known = new Set(state.ids);
  for (const repId of loads.keys())
    insist(known.has(repId), `the state does not know ${quoted(repId)}, who has a lead`);
  state.ids.forEach((repId, i) => {
    const load = loads.get(repId) ?? NO_LOAD;
    for (const column of LOADS)
      insist(
        state[column][i] === load[column],
        `${WORDS[column]} of ${quoted(repId)} are not what the leads say`,
      );
  });
};

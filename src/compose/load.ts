import type { Decision } from "../model/decision.js";
import type { RepId } from "../model/id.js";
import type { LoadChange } from "../state/load.js";

/** What a lead in this place adds to the load of reps: an open lead for its holder, an open offer for each one asked. */
const loadOf = (decision: Decision | undefined): readonly LoadChange[] => {
  if (decision?.status === "assigned") return [{ repId: decision.repId, openLeads: 1, openOffers: 0 }];
  if (decision?.status !== "offered") return [];
  return decision.offers.map(({ repId }) => ({ repId, openLeads: 0, openOffers: 1 }));
};

/** What going from one place to the next changes, rep by rep; nothing for whom nothing does. */
export const loadChanges = (
  before: Decision | undefined,
  after: Decision | undefined,
): readonly LoadChange[] => {
  const sums = new Map<RepId, LoadChange>();
  const add = (decision: Decision | undefined, times: 1 | -1): void => {
    for (const { repId, openLeads, openOffers } of loadOf(decision)) {
      const sum = sums.get(repId) ?? { openLeads: 0, openOffers: 0 };
      sums.set(repId, {
        repId,
        openLeads: sum.openLeads + times * openLeads,
        openOffers: sum.openOffers + times * openOffers,
      });
    }
  };
  add(before, -1);
  add(after, 1);
  return [...sums.values()].filter(({ openLeads, openOffers }) => openLeads !== 0 || openOffers !== 0);
};

/** The load that each rep has from this lead alone. */
export const loadFrom = (decision: Decision | undefined): ((repId: RepId) => LoadChange | undefined) => {
  const loads = new Map(loadChanges(undefined, decision).map((load) => [load.repId, load]));
  return (repId) => loads.get(repId);
};

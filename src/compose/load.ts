import { LOADS, type Loads, NO_LOAD } from "../internal/loads.js";
import type { Decision } from "../model/decision.js";
import type { RepId } from "../model/id.js";
import type { LoadChange } from "../state/load.js";

/** What a lead in this place adds to the load of reps: an open lead for its holder, an open offer for each one asked. */
const loadOf = (decision: Decision | undefined): readonly LoadChange[] => {
  if (decision?.status === "assigned") {
    const { repId, effort = 1 } = decision;
    return [{ repId, openLeads: 1, openOffers: 0, openEffort: effort, offeredEffort: 0 }];
  }
  if (decision?.status !== "offered") return [];
  return decision.offers.map(({ repId, effort = 1 }) => ({
    repId,
    openLeads: 0,
    openOffers: 1,
    openEffort: 0,
    offeredEffort: effort,
  }));
};

/** What going from one place to the next changes, rep by rep; nothing for whom nothing does. */
export const loadChanges = (
  before: Decision | undefined,
  after: Decision | undefined,
): readonly LoadChange[] => {
  const sums = new Map<RepId, LoadChange>();
  const add = (decision: Decision | undefined, times: 1 | -1): void => {
    for (const load of loadOf(decision)) {
      const sum = sums.get(load.repId) ?? NO_LOAD;
      sums.set(load.repId, {
        repId: load.repId,
        openLeads: sum.openLeads + times * load.openLeads,
        openOffers: sum.openOffers + times * load.openOffers,
        openEffort: sum.openEffort + times * load.openEffort,
        offeredEffort: sum.offeredEffort + times * load.offeredEffort,
      });
    }
  };
  add(before, -1);
  add(after, 1);
  return [...sums.values()].filter((sum) => LOADS.some((column) => sum[column] !== 0));
};

/** The load that each rep has from this lead alone. */
export const loadFrom = (decision: Decision | undefined): ((repId: RepId) => Loads) => {
  const loads = new Map(loadChanges(undefined, decision).map((load) => [load.repId, load]));
  return (repId) => loads.get(repId) ?? NO_LOAD;
};

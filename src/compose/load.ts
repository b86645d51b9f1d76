import type { Decision } from "../model/decision.js";
import type { RepId } from "../model/id.js";
import type { LoadChange } from "../state/load.js";

/** What a lead in this place adds to the load of reps: an open lead for its holder, an open offer for each one asked. */
const loadOf = (decision: Decision | undefined): readonly LoadChange[] => {
  if (decision?.status === "assigned") return [{ repId: decision.repId, openLeads: 1, openOffers: 0 }];
  if (decision?.status !== "offered") return [];
  return decision.offers.map(({ repId }) => ({ repId, openLeads: 0, openOffers: 1 }));
};

const negated = ({ repId, openLeads, openOffers }: LoadChange): LoadChange => ({
  repId,
  openLeads: -openLeads,
  openOffers: -openOffers,
});

const NOTHING: LoadChange = { repId: "", openLeads: 0, openOffers: 0 };

const plus = (a: LoadChange, b: LoadChange): LoadChange => ({
  repId: a.repId,
  openLeads: a.openLeads + b.openLeads,
  openOffers: a.openOffers + b.openOffers,
});

const byRep = (loads: readonly LoadChange[]): ReadonlyMap<RepId, LoadChange> => {
  const sums = new Map<RepId, LoadChange>();
  for (const load of loads) sums.set(load.repId, plus(load, sums.get(load.repId) ?? NOTHING));
  return sums;
};

/** The load that each rep has from this lead alone. */
export const loadFrom = (decision: Decision | undefined): ((repId: RepId) => LoadChange) => {
  const loads = byRep(loadOf(decision));
  return (repId) => loads.get(repId) ?? NOTHING;
};

/** What going from one place to the next changes; empty where nobody's load does. */
export const loadChanges = (before: Decision | undefined, after: Decision): readonly LoadChange[] =>
  [...byRep([...loadOf(before).map(negated), ...loadOf(after)]).values()].filter(
    ({ openLeads, openOffers }) => openLeads !== 0 || openOffers !== 0,
  );

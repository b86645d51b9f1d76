import type { Exclusion, Filter, FilterQuestion, Lead, Pass, Rep, Standing } from "../../src/index.js";

interface Around extends Partial<Standing>, Partial<Pick<FilterQuestion, "nowMs" | "notes" | "isByHand">> {
  readonly colleagues?: readonly Rep[];
}

const NOTHING_NOTED = { ofRep: () => [], ofAll: () => [] };

const AT_REST: Standing = { openLeads: 0, openOffers: 0, openEffort: 0, credit: 0 };

/** Asks one filter about one rep. */
export const ask = (
  filter: Filter,
  lead: Partial<Lead>,
  rep: Partial<Rep>,
  { nowMs = 0, notes = NOTHING_NOTED, isByHand = false, colleagues = [], ...standing }: Around = {},
): Pass | Exclusion =>
  filter.test({
    lead: { id: "lead", receivedAtMs: 0, ...lead },
    rep: { id: "rep", ...rep },
    standing: {
      ...AT_REST,
      openEffort: (standing.openLeads ?? 0) + (standing.openOffers ?? 0),
      ...standing,
    },
    nowMs,
    notes,
    isByHand,
    isHolder: false,
    repOf: (repId) => colleagues.find(({ id }) => id === repId),
    mostOwed: () => standing.credit ?? 0,
  });

export const passes = (...args: Parameters<typeof ask>): boolean => ask(...args).passes;

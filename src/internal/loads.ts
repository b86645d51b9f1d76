/** The state's columns of load: leads and offers, by number and by effort. */
export const LOADS = ["openLeads", "openOffers", "openEffort", "offeredEffort"] as const;

/** How much load of each kind. */
export type Loads = Readonly<Record<(typeof LOADS)[number], number>>;

export const NO_LOAD: Loads = { openLeads: 0, openOffers: 0, openEffort: 0, offeredEffort: 0 };

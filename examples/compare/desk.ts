import {
  available,
  type Candidate,
  capacity,
  compose,
  type Decision,
  type EpochMs,
  emptyState,
  holderOf,
  type Lead,
  type LeadEvent,
  type Rep,
  type RepId,
  type Roster,
  type Selector,
  unwrap,
} from "../../src/index.js";

/** A host of the library: it keeps the state and the decisions, and tells the strategy what happens. */
export interface Desk {
  /** Who may have the lead now. */
  readonly candidates: (lead: Lead, nowMs: EpochMs) => readonly Candidate[];
  /** Decides about a lead, anew about one that waited. */
  readonly decide: (lead: Lead, nowMs: EpochMs) => Decision;
  readonly close: (lead: Lead, isWon: boolean, atMs: EpochMs) => void;
  /** Leads that the rep holds now. */
  readonly loadOf: (rep: Rep) => number;
}

/** Whoever is at work and has room may have a lead; while nobody is at work it waits. */
export const openDesk = (selector: Selector, roster: Roster, seed: string): Desk => {
  const strategy = compose({
    ledger: "desk",
    filters: [available({ whenNobodyAtWork: "park" }), capacity()],
    selector,
  });
  const decisions = new Map<string, Decision>();
  const loads = new Map<RepId, number>();
  let state = emptyState({ seed });

  const shift = (repId: RepId | undefined, by: number): void => {
    if (repId !== undefined) loads.set(repId, (loads.get(repId) ?? 0) + by);
  };

  /** What comes of a new lead, or of an event about one that was decided. */
  const ask = (lead: Lead, event: LeadEvent): Decision => {
    const before = decisions.get(lead.id);
    const outcome = unwrap(
      before === undefined
        ? strategy(lead, roster, state, { nowMs: event.atMs })
        : strategy.respond(lead, before, event, roster, state),
    );
    state = outcome.state;
    decisions.set(lead.id, outcome.decision);
    return outcome.decision;
  };

  return {
    candidates: (lead, nowMs) => unwrap(strategy.candidates(lead, roster, state, { nowMs })),
    decide: (lead, nowMs) => {
      const decision = ask(lead, { id: `woken ${nowMs}`, atMs: nowMs, type: "woken" });
      shift(holderOf(decision), 1);
      return decision;
    },
    close: (lead, isWon, atMs) => {
      const { value = 0 } = lead;
      const end = isWon ? ({ result: "won", value } as const) : ({ result: "lost" } as const);
      const decision = ask(lead, { id: "closed", atMs, type: "closed", ...end });
      if (decision.status === "closed") shift(decision.repId, -1);
      decisions.delete(lead.id);
    },
    loadOf: ({ id }) => loads.get(id) ?? 0,
  };
};

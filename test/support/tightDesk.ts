import type { Candidate, Candidates, LedgerView, Selector } from "../../src/index.js";
import { creditsPerWeight } from "../../src/internal/credits.js";

/** A ledger of credits alone, dealt on by a selector's own order and booked by the definition of the credits, without all that `compose` does around them. */
export interface TightDesk {
  readonly credits: readonly number[];
  /** Deals one lead; the place of its taker. */
  readonly deal: () => number;
}

const nothingNoted = { ofRep: () => [], ofAll: () => [] };

/** For millions of leads among a fixed roster. The weights are whole, above 0, and have no divisor in common. */
export const tightDesk = (selector: Selector, weights: readonly number[]): TightDesk => {
  const candidates = weights.map((weight, place): Candidate => {
    const id = `rep ${place}`;
    return { id, rep: { id, weight }, weight, place };
  });
  const credits = weights.map(() => 0);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const perWeight = creditsPerWeight(total);
  const ledger: LedgerView = {
    name: "desk",
    seed: "s",
    credit: ({ place }) => credits[place] as number,
    number: () => 0,
    total: () => 0,
  };
  const question = {
    lead: { id: "lead", receivedAtMs: 0 },
    candidates: candidates as unknown as Candidates,
    reps: candidates,
    owed: [],
    ledger,
    standing: () => ({ openLeads: 0, openOffers: 0, openEffort: 0, credit: 0 }),
    notes: () => nothingNoted,
    nowMs: 0,
  };
  return {
    credits,
    deal: () => {
      const taker = selector.order(question).at(0) as Candidate;
      for (let i = 0; i < weights.length; i += 1)
        credits[i] = (credits[i] as number) + (weights[i] as number) * perWeight;
      credits[taker.place] = (credits[taker.place] as number) - total * perWeight;
      return taker.place;
    },
  };
};

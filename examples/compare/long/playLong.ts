import { compose, emptyState, holderOf, type LeadEvent, type Selector, unwrap } from "../../../src/index.js";
import { type Chance, chance } from "../../sample/chance.js";

/** At so many leads it is said what was missed so far: each about three times as many as the one before. */
export const CHECKPOINTS: readonly number[] = [1_000, 3_162, 10_000, 31_623, 100_000];

const REPS = 10;
const [WORST_RATE, APART] = [0.16, 0.02];

const BEST_RATE = WORST_RATE + (REPS - 1) * APART;

/** How likely each rep wins a lead: from 16 to 34 of a hundred, and chance says who which. */
const ratesOf = (draw: Chance): ReadonlyMap<string, number> => {
  const order = Array.from({ length: REPS }, (_, i) => ({ id: `rep ${i}`, by: draw.between(0, 1) }));
  return new Map(order.sort((a, b) => a.by - b.by).map(({ id }, place) => [id, WORST_RATE + place * APART]));
};

/**
 * The won deals missed against giving every lead to the best rep, at each of the checkpoints up to `leads`. Everybody may have each
 * lead, and what came of it is known before the next comes in.
 */
export const playLong = (selector: Selector, seed: number, leads: number): readonly number[] => {
  const desk = compose({ ledger: "desk", filters: [], selector });
  const draw = chance(`long ${seed}`);
  const rates = ratesOf(draw);
  const roster = { reps: [...rates.keys()].map((id) => ({ id })) };
  let state = emptyState({ seed: `long ${seed}` });
  let missed = 0;
  const regrets: number[] = [];
  for (let number = 1; number <= leads; number += 1) {
    const lead = { id: `lead ${number}`, receivedAtMs: number };
    const given = unwrap(desk(lead, roster, state));
    const rate = rates.get(holderOf(given.decision) ?? "") ?? 0;
    const result = draw.between(0, 1) < rate ? "won" : "lost";
    const event: LeadEvent = { id: "closed", atMs: number, type: "closed", result };
    state = unwrap(desk.respond(lead, given.decision, event, roster, given.state)).state;
    missed += BEST_RATE - rate;
    if (CHECKPOINTS.includes(number)) regrets.push(missed);
  }
  return regrets;
};

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CREDITS_PER_LEAD, emptyState, type Roster, type State, weighted } from "../../src/index.js";
import { creditsPerWeight } from "../../src/internal/credits.js";
import { dealOne, deskLedger, deskOf } from "../support/desk.js";

const strategy = deskOf(weighted());

const U = CREDITS_PER_LEAD;

const creditOf = (state: State, id: string): number => deskLedger(state).credits[state.ids.indexOf(id)] ?? 0;

const weight = fc.integer({ min: 1, max: 20 });

const phases = fc.integer({ min: 1, max: 6 }).chain((others) =>
  fc.record({
    weights: fc.array(weight, { minLength: others + 1, maxLength: others + 1 }),
    before: fc.nat({ max: 30 }),
    away: fc.nat({ max: 200 }),
    after: fc.integer({ min: 1, max: 60 }),
  }),
);

describe("whoever comes back", () => {
  it("gets at most its credit on leaving and (n-1)/2 leads beyond its fair share, however long it was away", () => {
    fc.assert(
      fc.property(phases, ({ weights, before, away, after }) => {
        const everybody: Roster = { reps: weights.map((each, i) => ({ id: `rep ${i}`, weight: each })) };
        const others: Roster = { reps: everybody.reps.slice(1) };
        const total = weights.reduce((sum, each) => sum + each, 0);
        let state: State = emptyState({ seed: "s" });
        let lead = 0;
        const deal = (roster: Roster): string | undefined => {
          const dealt = dealOne(strategy, roster, state, lead);
          lead += 1;
          state = dealt.state;
          return dealt.taker;
        };
        for (let n = 0; n < before; n += 1) deal(everybody);
        const onLeaving = creditOf(state, "rep 0");
        for (let n = 0; n < away; n += 1) deal(others);
        expect(creditOf(state, "rep 0")).toBe(onLeaving);
        const perWeight = creditsPerWeight(total);
        let beyond = 0;
        for (let n = 0; n < after; n += 1) {
          beyond -= (weights[0] ?? 0) * perWeight;
          if (deal(everybody) === "rep 0") beyond += total * perWeight;
          expect(2 * (beyond - onLeaving)).toBeLessThanOrEqual((weights.length - 1) * U);
        }
      }),
    );
  });
});

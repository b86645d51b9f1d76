import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CREDITS_PER_LEAD,
  emptyState,
  type Roster,
  rotation,
  type State,
  weighted,
} from "../../src/index.js";
import { dealOne, deskLedger, deskOf } from "../support/desk.js";

const U = CREDITS_PER_LEAD;

const idOf = (index: number): string => `rep ${String(index).padStart(2, "0")}`;

const rosterOf = (weights: readonly number[]): Roster => ({
  reps: weights.map((weight, i) => ({ id: idOf(i), weight })),
});

/** 1/2 + 1/3 + ... + 1/n leads, in credits: whole, since U is a multiple of every number up to 28. */
const harmonicBound = (n: number): number => {
  let credits = 0;
  for (let i = 2; i <= n; i += 1) credits += U / i;
  return credits;
};

describe("with nobody filtered out", () => {
  it("weighted owes nobody more than 1/2 + ... + 1/n and is never more than 1 - 1/n ahead, though weights change", () => {
    const weights = fc.integer({ min: 2, max: 8 }).chain((n) =>
      fc.array(fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: n, maxLength: n }), {
        maxLength: 80,
      }),
    );
    fc.assert(
      fc.property(weights, (all) => {
        let state: State = emptyState({ seed: "s" });
        for (const [n, each] of all.entries()) {
          state = dealOne(deskOf(weighted()), rosterOf(each), state, n).state;
          for (const credit of deskLedger(state).credits) {
            expect(credit).toBeLessThanOrEqual(harmonicBound(each.length));
            expect(-credit).toBeLessThanOrEqual(U - U / each.length);
          }
        }
      }),
    );
  });

  it("weighted owes somebody more than a whole lead for weights 20, 20, 5, 1, 1, as smooth weights do", () => {
    let state: State = emptyState({ seed: "s" });
    let worst = 0;
    for (let n = 0; n < 47; n += 1) {
      state = dealOne(deskOf(weighted()), rosterOf([20, 20, 5, 1, 1]), state, n).state;
      worst = Math.max(worst, ...deskLedger(state).credits);
    }
    expect(worst / (Math.floor(U / 47) * 47)).toBeCloseTo(50 / 47, 12);
  });

  it("rotation gives each of n reps exactly one of any n leads in a row", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat({ max: 60 }), (n, leads) => {
        const roster = rosterOf(Array.from({ length: n }, () => 1));
        const takers: (string | undefined)[] = [];
        let state: State = emptyState({ seed: "s" });
        for (let i = 0; i < leads; i += 1) {
          const dealt = dealOne(deskOf(rotation()), roster, state, i);
          state = dealt.state;
          takers.push(dealt.taker);
        }
        for (let i = 0; i + n <= leads; i += 1) expect(new Set(takers.slice(i, i + n)).size).toBe(n);
      }),
    );
  });
});

/** The rule in exact fractions over one common denominator, with nothing priced and nothing rounded. */
function* exactly(weights: readonly bigint[], leads: number): Generator<number> {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const credits = weights.map(() => 0n);
  for (let n = 0; n < leads; n += 1) {
    let taker = 0;
    weights.forEach((weight, i) => {
      credits[i] = (credits[i] as bigint) + weight;
      if ((credits[i] as bigint) > (credits[taker] as bigint)) taker = i;
    });
    credits[taker] = (credits[taker] as bigint) - total;
    yield taker;
  }
}

describe("a long run", () => {
  it.each([
    [[10_000, 9_999, 1]],
    [[7_919, 6_007, 4_001, 2_003, 997, 13]],
    [[1, 1, 1, 1, 1, 1, 1]],
    [[0.001, 10_000]],
  ])("of 50,000 leads by weights %j equals exact arithmetic", (weights) => {
    const strategy = deskOf(weighted());
    const roster = rosterOf(weights);
    const whole = weights.map((weight) => BigInt(Math.round(weight * 1000)));
    let state: State = emptyState({ seed: "s" });
    let n = 0;
    for (const expected of exactly(whole, 50_000)) {
      const dealt = dealOne(strategy, roster, state, n);
      state = dealt.state;
      n += 1;
      if (dealt.taker !== idOf(expected))
        expect(`lead ${n}: ${dealt.taker}`).toBe(`lead ${n}: ${idOf(expected)}`);
    }
    expect(n).toBe(50_000);
    expect(state.version).toBe(50_000);
  });
});

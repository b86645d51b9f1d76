import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compose,
  emptyState,
  explore,
  type Selector,
  type TrackRecord,
  thompson,
  topProducer,
  unwrap,
} from "../../../src/index.js";
import { asking, bookingOf, candidatesOf, idsOf } from "../../support/askSelector.js";
import { tried } from "../../support/bandit.js";
import { expectByChance, tally } from "../../support/chance.js";
import { drawing } from "../../support/drawing.js";
import { problemOf } from "../../support/ordered.js";
import { ownEvidence } from "../../support/ownEvidence.js";

const known: readonly TrackRecord[] = [
  { leads: 40, won: 8 },
  { leads: 30, won: 9 },
  { leads: 5, won: 1 },
  { leads: 0, won: 0 },
];

const candidates = candidatesOf(["ann", "bob", "cyd", "new"].map((id) => ({ id })));

const many = thompson({ evidence: ownEvidence(known), propensityDraws: 10_000 });

/** Each share is so many of so many draws. */
const isOneOf = (draws: number, share: number): boolean =>
  Math.abs(share * draws - Math.round(share * draws)) < 1e-6;

const shareOf = (selector: Selector, leadId: string, place: number): number => {
  const taker = candidates[place];
  if (taker === undefined) throw new Error("nobody stands there");
  return selector.book(bookingOf(asking(candidates, { leadId }), taker)).share;
};

/** The chance that each of beta draws is the largest, by draws of another make: the a-th least of a + b - 1 uniforms. */
const chances = (shapes: readonly (readonly [number, number])[], rounds: number): readonly number[] => {
  const draw = drawing(77);
  const firsts = shapes.map(() => 0);
  for (let i = 0; i < rounds; i += 1) {
    const drawn = shapes.map(
      ([a, b]) => Array.from({ length: a + b - 1 }, draw).sort((x, y) => x - y)[a - 1] ?? 0,
    );
    const first = drawn.indexOf(Math.max(...drawn));
    firsts[first] = (firsts[first] ?? 0) + 1;
  }
  return firsts.map((times) => times / rounds);
};

describe("thompson", () => {
  it("has each rep first as often as its share says, and that is what draws of another make say", () => {
    const evidence = ownEvidence([
      { leads: 30, won: 11 },
      { leads: 30, won: 13 },
    ]);
    const two = candidatesOf([{ id: "ann" }, { id: "bob" }]);
    const asked = (leadId: string) => asking(two, { leadId });
    const selector = thompson({ evidence, propensityDraws: 10_000 });
    const [ann] = two;
    const { share } = selector.book(bookingOf(asked("l"), ann));
    const firsts = tally(
      Array.from({ length: 4_000 }, (_, i) => selector.order(asked(`l${i}`)).at(0)?.id ?? ""),
    );
    // What is usual counts for 30 leads here, 12 of them won, as nothing shows that the two differ.
    const wanted =
      chances(
        [
          [23, 37],
          [25, 35],
        ],
        20_000,
      )[0] ?? 0;
    // Deviations: sqrt(p (1 - p) / n), p about 0.35: 0.0034, 0.0048 and 0.0075; five of each together.
    expect(Math.abs(share - wanted)).toBeLessThan(0.041);
    expect(Math.abs((firsts.get("ann") ?? 0) / 4_000 - wanted)).toBeLessThan(0.055);
  });

  it("tells shares that add up to 1, the same in decisions and explanations, never 0 for whoever was drawn", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 8 }), (leadId, propensityDraws) => {
        const selector = thompson({ evidence: ownEvidence(known), propensityDraws });
        const question = asking(candidates, { leadId });
        const shares = candidates.map((taker) => selector.book(bookingOf(question, taker)).share);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        const meritOf = selector.merits?.(question);
        expect(candidates.map((rep) => meritOf?.(rep).share)).toStrictEqual(shares);
        const first = selector.order(question).at(0);
        expect(shares[first?.place ?? -1]).toBeGreaterThanOrEqual(1 / (propensityDraws + 1));
      }),
    );
  });

  it("makes a million draws for one share at most", () => {
    const all = candidatesOf(Array.from({ length: 200 }, (_, i) => ({ id: `rep ${i}` })));
    const question = asking(all);
    const [taker] = all;
    const { share } = thompson({ propensityDraws: 10_000 }).book(bookingOf(question, taker));
    expect(isOneOf(5_001, share)).toBe(true);
  });

  it("draws by all that is known: the shares of leads far apart are those of its propensity", () => {
    const counts = tally(
      Array.from(
        { length: 3_000 },
        (_, i) => many.order(asking(candidates, { leadId: `${i}` })).at(0)?.id ?? "",
      ),
    );
    const shares = candidates.map((_, place) => shareOf(many, "one", place));
    for (const [i, share] of shares.entries()) {
      const part = (counts.get(candidates[i]?.id ?? "") ?? 0) / 3_000;
      expect(Math.abs(part - share)).toBeLessThan(5 * Math.sqrt(0.25 / 3_000 + 0.25 / 10_000));
    }
  });

  it("draws everybody alike where nothing is known of anybody", () => {
    const counts = tally(
      Array.from(
        { length: 3_000 },
        (_, i) =>
          thompson()
            .order(asking(candidates, { leadId: `${i}` }))
            .at(0)?.id ?? "",
      ),
    );
    expectByChance(candidates.map(({ id }) => [counts.get(id) ?? 0, 1]));
  });

  it("draws the same when it is asked again, and by the turn where that is asked for", () => {
    const orderOf = (selector: Selector, total: number) =>
      idsOf(selector.order(asking(candidates, { total: () => total })));
    expect(orderOf(thompson(), 0)).toStrictEqual(orderOf(thompson(), 0.5));
    const strategy = compose({ ledger: "desk", filters: [], selector: thompson({ draws: "perTurn" }) });
    const roster = { reps: candidates.map(({ id }) => ({ id })) };
    let state = emptyState({ seed: "s" });
    const taken = Array.from({ length: 30 }, () => {
      const outcome = unwrap(strategy({ id: "the same", receivedAtMs: 0 }, roster, state));
      state = outcome.state;
      return outcome.decision.status === "assigned" ? outcome.decision.repId : "";
    });
    expect(new Set(taken).size).toBeGreaterThan(2);
  });

  it("goes by the segment of the lead where that is asked for", () => {
    const rep = (id: string, smb: number) => ({
      id,
      performance: { leads: 400, won: 120, bySegment: { smb: { leads: 200, won: smb } } },
    });
    const reps = candidatesOf([rep("ann", 100), rep("bob", 20)]);
    const firsts = (selector: Selector, segment: string) =>
      Array.from({ length: 300 }, (_, i) => {
        const question = asking(reps, { leadId: `l${i}` });
        return selector.order({ ...question, lead: { ...question.lead, segment } }).at(0)?.id;
      }).filter((id) => id === "ann").length;
    const bySegment = thompson({ leastLeadsInSegment: 0 });
    expect(firsts(bySegment, "smb")).toBe(300);
    // Half of 300, deviation 8.7.
    for (const all of [firsts(bySegment, "other"), firsts(thompson(), "smb")])
      expect(Math.abs(all - 150)).toBeLessThan(50);
  });

  it("draws whoever had too few leads of the segment by all its leads, times what the segment is", () => {
    const performance = { leads: 400, won: 120 };
    const reps = candidatesOf([
      { id: "ann", performance },
      { id: "bob", performance: { ...performance, bySegment: { smb: { leads: 200, won: 120 } } } },
    ]);
    const question = asking(reps);
    const selector = thompson({ leastLeadsInSegment: 30 });
    const meritOf = selector.merits?.({ ...question, lead: { ...question.lead, segment: "smb" } });
    // 120 won there where 60 were to be expected; 30 of 100 twice over is 60. Draws lie within 0.03 as a rule.
    expect(Math.abs((meritOf?.(reps[0]).score ?? 0) - 0.6)).toBeLessThan(0.15);
  });

  it("gives a newcomer leads, though the others are known to be good", () => {
    const evidence = ownEvidence([
      { leads: 300, won: 120 },
      { leads: 300, won: 60 },
      { leads: 300, won: 90 },
    ]);
    const selector = thompson({ evidence });
    const firsts = Array.from(
      { length: 500 },
      (_, i) => selector.order(asking(candidates, { leadId: `l${i}` })).at(0)?.id,
    );
    expect(firsts.filter((id) => id === "new").length).toBeGreaterThan(25);
  });

  it("loses less and less: its regret grows like the logarithm of leads, that of a fixed part by lot like the leads", () => {
    const rates = [0.3, 0.2, 0.1];
    const trial = { rates, leads: 100_000, seed: 8 };
    const { regrets, had } = tried((evidence) => thompson({ evidence }), trial);
    // The figures of the guide.
    expect(regrets.slice(2).map((regret) => regret.toFixed(1))).toStrictEqual(["15.6", "26.4", "37.6"]);
    const more = regrets.map((regret, i) => regret - (regrets[i - 1] ?? 0)).slice(2);
    // Lai and Robbins: 0.1 / KL(0.2, 0.3) + 0.2 / KL(0.1, 0.3) = 3.9 + 1.7, times ln 10 = 13 for each tenfold in the long run.
    for (const each of more) expect(each).toBeLessThan(30);
    expect(had[0]).toBeGreaterThan(99_000);
    const byLot = tried((evidence) => explore(0.1, topProducer({ evidence, by: "estimate" })), {
      ...trial,
      leads: 10_000,
    }).regrets;
    expect((byLot[3] ?? 0) / (byLot[2] ?? 1)).toBeGreaterThan(5);
    expect((regrets[3] ?? 0) / (regrets[2] ?? 1)).toBeLessThan(3);
  });

  it("blames evidence that is none, and refuses options that are none", () => {
    const evidence = ownEvidence([{ leads: 1, won: 2 }]);
    expect(problemOf(thompson({ evidence }))).toBe(
      'strategy.selector.thompson: TypeError: the evidence "own" gave "ann" won 2 of 1 leads',
    );
    for (const options of [
      { propensityDraws: 0 },
      { propensityDraws: 1.5 },
      { propensityDraws: 10_001 },
      { propensityDraws: Number.NaN },
      { draws: "often" as never },
      { evidence: null as never },
      { leastLeadsInSegment: -1 },
    ])
      expect(() => thompson(options)).toThrow(RangeError);
  });
});

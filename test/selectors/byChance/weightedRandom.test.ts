import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Rep, weightedRandom } from "../../../src/index.js";
import { asking, bookingOf, candidatesOf, idsOf } from "../../support/askSelector.js";
import { expectByChance, tally } from "../../support/chance.js";

const reps = [
  { id: "ann", weight: 5 },
  { id: "bob", weight: 3 },
  { id: "cyd", weight: 2 },
  { id: "dee", weight: 0 },
];

const candidates = candidatesOf(reps);

/** The chance of an order: of its first among all, of its second among the rest, and so on. */
const chanceOf = (weights: readonly number[]): number => {
  let left = weights.reduce((sum, weight) => sum + weight, 0);
  let chance = 1;
  for (const weight of weights) {
    chance *= weight / left;
    left -= weight;
  }
  return chance;
};

const orders = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) =>
    idsOf(weightedRandom().order(asking(candidates, { leadId: `l${i}` }))).join(" "),
  );

const weightOf = (id: string): number => reps.find((rep) => rep.id === id)?.weight ?? 0;

describe("weightedRandom", () => {
  it("draws each order as often as drawing by weight without putting back does", () => {
    const counts = tally(orders(10_000));
    expect(counts.size).toBe(6);
    expectByChance([...counts].map(([order, leads]) => [leads, chanceOf(order.split(" ").map(weightOf))]));
  });

  it("says the chance of coming first, which is how often a rep does", () => {
    const question = asking(candidates);
    const shares = candidates.map((taker) => weightedRandom().book(bookingOf(question, taker)).share);
    expect(shares).toStrictEqual([0.5, 0.3, 0.2, 0]);
    const firsts = tally(orders(5_000).map((order) => order.split(" ")[0] ?? ""));
    expect(firsts.has("dee")).toBe(false);
    expectByChance(["ann", "bob", "cyd"].map((id, i) => [firsts.get(id) ?? 0, shares[i] ?? 0]));
  });

  it("says chances that add up to 1, in decisions as in explanations", () => {
    const aRep = fc.record({
      id: fc.string(),
      weight: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 10_000_000 })),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(aRep, { minLength: 1, maxLength: 20, selector: ({ id }) => id }),
        (some: Rep[]) => {
          const question = asking(candidatesOf(some));
          const selector = weightedRandom();
          const meritOf = selector.merits?.(question);
          const shares = question.candidates.map((taker) => {
            const { share } = selector.book(bookingOf(question, taker));
            expect(meritOf?.(taker).share).toBe(share);
            return share;
          });
          const sum = shares.reduce((total, share) => total + share, 0);
          expect(sum).toBeCloseTo(some.some(({ weight = 1 }) => weight > 0) ? 1 : 0, 9);
        },
      ),
    );
  });

  it("draws the same order whichever place is read first", () => {
    const whole = idsOf(weightedRandom().order(asking(candidates)));
    const ranking = weightedRandom().order(asking(candidates));
    expect([2, 0, 1].map((place) => ranking.at(place)?.id)).toStrictEqual([whole[2], whole[0], whole[1]]);
  });

  it("says what a rep of weight 0 has: nothing", () => {
    const meritOf = weightedRandom().merits?.(asking(candidates));
    expect(candidates.map((candidate) => meritOf?.(candidate)).at(-1)).toStrictEqual({
      score: 0,
      share: 0,
      says: "takes no turn",
    });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TrackRecord } from "../../src/index.js";
import { strengthAbout, strengthOf } from "../../src/performance/strength.js";
import { drawing } from "../support/drawing.js";

/**
 * The same by way of single leads, each 1 or 0: mean squares between and within groups of leads, whose intra-class correlation is r; the strength
 * is 1 / r - 1. The mean square within is that of one whole, as where reps do not differ.
 */
const byMeanSquares = (outcomes: readonly TrackRecord[]): number => {
  const groups = outcomes.map(({ leads, won }) =>
    Array.from({ length: leads }, (_, i): number => (i < won ? 1 : 0)),
  );
  const all = groups.flat();
  const meanOf = (some: readonly number[]) => some.reduce((sum, each) => sum + each, 0) / some.length;
  const mean = meanOf(all);
  const variance = all.reduce((sum, each) => sum + (each - mean) ** 2, 0) / all.length;
  const between = groups.reduce((sum, group) => sum + group.length * (meanOf(group) - mean) ** 2, 0);
  const expectedAlike = (groups.length - 1) * variance;
  const effective = all.length - groups.reduce((sum, { length }) => sum + length * length, 0) / all.length;
  const r = (between - expectedAlike) / (variance * (effective - (groups.length - 1)));
  return 1 / r - 1;
};

const someKnown = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat(60)).map(([leads, won]) => ({
    leads,
    won: Math.min(leads, won),
  })),
  { minLength: 2, maxLength: 8 },
);

describe("the strength of what is usual", () => {
  it("is that which the mean squares of single leads give, within its bounds", () => {
    fc.assert(
      fc.property(someKnown, (outcomes) => {
        const wanted = byMeanSquares(outcomes);
        const bounded =
          wanted > 0 && Number.isFinite(wanted) ? Math.min(10_000, Math.max(1, wanted)) : undefined;
        const found = strengthOf([outcomes]);
        if (bounded !== undefined) expect(Math.abs(found / bounded - 1)).toBeLessThan(1e-6);
        else expect([1, 10_000]).toContain(found);
      }),
      { numRuns: 500 },
    );
  });

  it("finds how far rates were apart, where there are many", () => {
    const draw = drawing(5);
    // Rates evenly over 0.2 to 0.4: mean 0.3, variance 0.2^2 / 12; strength 0.21 / variance - 1 = 62.
    const outcomes = Array.from({ length: 2_000 }, () => {
      const rate = 0.2 + 0.2 * draw();
      return { leads: 50, won: Array.from({ length: 50 }, draw).filter((each) => each < rate).length };
    });
    expect(strengthOf([outcomes])).toBeGreaterThan(50);
    expect(strengthOf([outcomes])).toBeLessThan(75);
    expect(
      strengthAbout(
        outcomes,
        outcomes.map(() => 0.3),
      ),
    ).toBeGreaterThan(50);
    expect(
      strengthAbout(
        outcomes,
        outcomes.map(() => 0.3),
      ),
    ).toBeLessThan(75);
  });

  it.each([
    ["nobody", []],
    ["one rep", [{ leads: 50, won: 9 }]],
    [
      "one with leads",
      [
        { leads: 50, won: 9 },
        { leads: 0, won: 0 },
      ],
    ],
    [
      "all equal",
      [
        { leads: 50, won: 9 },
        { leads: 50, won: 9 },
      ],
    ],
    [
      "nothing won",
      [
        { leads: 50, won: 0 },
        { leads: 1, won: 0 },
      ],
    ],
    [
      "all won",
      [
        { leads: 50, won: 50 },
        { leads: 1, won: 1 },
      ],
    ],
    [
      "one lead each",
      [
        { leads: 1, won: 1 },
        { leads: 1, won: 0 },
      ],
    ],
    [
      "parts of leads",
      [
        { leads: 1e-9, won: 1e-9 },
        { leads: 1e-9, won: 0 },
      ],
    ],
  ])("is as much as may be for %s: nothing shows that they differ", (_, outcomes) => {
    expect(strengthOf([outcomes])).toBe(10_000);
  });

  it("is as little as may be where they differ all there is", () => {
    const apart = [
      { leads: 2 ** 53, won: 0 },
      { leads: 2 ** 53, won: 2 ** 53 },
    ];
    expect(strengthOf([apart])).toBe(1);
    expect(strengthAbout(apart, [0.5, 0.5])).toBe(1);
  });

  it("does not take teams that differ for reps who do", () => {
    const alike = (won: number) => Array.from({ length: 4 }, () => ({ leads: 100, won }));
    expect(strengthOf([alike(10), alike(60)])).toBe(10_000);
    expect(strengthOf([[...alike(10), ...alike(60)]])).toBeLessThan(10);
  });

  it("about rates of their own is as much as may be where each has its own", () => {
    const outcomes = [
      { leads: 100, won: 10 },
      { leads: 100, won: 80 },
    ];
    expect(strengthAbout(outcomes, [0.1, 0.8])).toBe(10_000);
    expect(strengthAbout(outcomes, [0.8, 0.1])).toBeLessThan(2);
  });
});

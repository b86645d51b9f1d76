import { describe, expect, it } from "vitest";
import { balanceOf } from "../../src/evaluation/balance.js";
import type { Overlap } from "../../src/evaluation/overlap.js";

const weighing = (...weights: readonly number[]) =>
  weights.map((weight) => ({ choice: { candidates: [], repId: "ann" }, chances: [], weight, uncovered: 0 }));

const overlap: Overlap = {
  effectiveLeads: 4,
  largestWeight: 2,
  meanWeight: 1,
  uncovered: 0.5,
  leftToChance: 1,
};

describe("the balance of weights", () => {
  it("is told in standard errors of the mean weight", () => {
    // Off by 1/2; the four lie 4/3 apart, so their mean 1/3.
    expect(balanceOf(weighing(0, 2, 0, 2), [], overlap)).toStrictEqual({
      offWeight: expect.closeTo(0.5 / Math.sqrt(1 / 3), 12),
      missing: 0,
    });
  });

  it("takes choices without an outcome for so many drawn from all", () => {
    // Six of mean 4/3 lie 16/15 apart: two of them off four by 1, where (1/2 + 1/4) 16/15 is the variance.
    const { missing } = balanceOf(weighing(0, 2, 0, 2), weighing(2, 2), overlap);
    expect(missing).toBeCloseTo(1 / Math.sqrt(0.8), 12);
  });

  it("is none where all weigh the same", () => {
    expect(balanceOf(weighing(1, 1), weighing(1), { ...overlap, uncovered: 0 })).toStrictEqual({
      offWeight: 0,
      missing: 0,
    });
  });
});

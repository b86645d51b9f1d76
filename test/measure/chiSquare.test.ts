import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chiSquare } from "../../src/measure/chiSquare.js";
import { isShared, needing, readShared } from "../support/shared.js";

const METRICS = "vectors/fairness-metrics.json";

interface Metrics {
  readonly chiSquare: readonly {
    readonly observed: readonly number[];
    readonly weights: readonly number[];
    readonly statistic: number;
    readonly df: number;
  }[];
}

const evenly = (...leads: readonly number[]) => leads.map((one) => ({ leads: one, weight: 1 }));

describe("chiSquare", () => {
  it.skipIf(!isShared(METRICS))(needing(METRICS, "agrees with the checked values"), () => {
    const { chiSquare: cases } = readShared<Metrics>(METRICS);
    expect(cases.length).toBeGreaterThan(0);
    for (const { observed, weights, statistic, df } of cases) {
      const found = chiSquare(observed.map((leads, i) => ({ leads, weight: weights[i] ?? 0 })));
      expect(found?.statistic).toBeCloseTo(statistic, 12);
      expect(found?.degreesOfFreedom).toBe(df);
    }
  });

  it("says how small the smallest expected count is", () => {
    const counts = [
      { leads: 9, weight: 3 },
      { leads: 3, weight: 1 },
    ];
    expect(chiSquare(counts)).toStrictEqual({ statistic: 0, degreesOfFreedom: 1, smallestExpected: 3 });
  });

  it("is null for nobody and where nobody has a lead, and 0 for one alone", () => {
    expect([chiSquare([]), chiSquare(evenly(0, 0))]).toStrictEqual([null, null]);
    expect(chiSquare(evenly(7))).toStrictEqual({ statistic: 0, degreesOfFreedom: 0, smallestExpected: 7 });
  });

  it("leaves out whoever has no weight or no count", () => {
    const idle = [
      { leads: 5, weight: 0 },
      { leads: 5, weight: Number.NaN },
      { leads: 5, weight: 1e-300 },
      { leads: Number.NaN, weight: 1 },
      { leads: -1, weight: 1 },
    ];
    expect(chiSquare([...evenly(4, 6), ...idle])).toStrictEqual(chiSquare(evenly(4, 6)));
  });

  it("is null where the leads are too little of one to share", () => {
    const least = Number.MIN_VALUE;
    expect(
      chiSquare([
        { leads: 0, weight: least },
        { leads: least, weight: least },
      ]),
    ).toBeNull();
  });

  it("is a number from 0 on or null, whatever it is given", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ leads: fc.double(), weight: fc.double() })), (counts) => {
        const found = chiSquare(counts);
        if (found === null) return;
        expect(found.statistic).toBeGreaterThanOrEqual(0);
        expect(Object.values(found).every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gini } from "../../src/measure/gini.js";
import { isShared, needing, readShared } from "../support/shared.js";

const METRICS = "vectors/fairness-metrics.json";

interface Metrics {
  readonly cases: readonly { readonly values: readonly number[]; readonly gini: number | null }[];
}

/** The definition, over all pairs. */
const byPairs = (values: readonly number[]): number => {
  const apart = values.flatMap((a) => values.map((b) => Math.abs(a - b)));
  const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
  return sum(apart) / (2 * values.length * sum(values));
};

describe("gini", () => {
  it.skipIf(!isShared(METRICS))(needing(METRICS, "agrees with the checked values"), () => {
    const { cases } = readShared<Metrics>(METRICS);
    expect(cases.length).toBeGreaterThan(0);
    for (const { values, gini: coefficient } of cases) {
      if (coefficient === null) expect(gini(values)).toBeNull();
      else expect(gini(values)).toBeCloseTo(coefficient, 14);
    }
  });

  it("is null when nobody has anything, and for nobody", () => {
    expect([gini([0, 0, 0]), gini([])]).toStrictEqual([null, null]);
  });

  it("is 0 for one alone, and 1 - k/n when k of n have the same", () => {
    expect([gini([7]), gini([2, 2, 2, 2]), gini([5, 0, 0, 0]), gini([0, 3, 3, 0])]).toStrictEqual([
      0, 0, 0.75, 0.5,
    ]);
  });

  it("is the mean difference of all pairs over twice the mean, in any order, and leaves the list as it was", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 20 }), (values) => {
        fc.pre(values.some((value) => value > 0));
        const before = [...values];
        expect(gini(values)).toBeCloseTo(byPairs(values), 12);
        expect(values).toStrictEqual(before);
      }),
    );
  });

  it("is null, never NaN and never without end, where a value is no finite number", () => {
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY]) expect(gini([1, odd, 2])).toBeNull();
  });
});

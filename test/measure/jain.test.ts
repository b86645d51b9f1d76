import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jain } from "../../src/measure/jain.js";
import { isShared, needing, readShared } from "../support/shared.js";

const METRICS = "vectors/fairness-metrics.json";

interface Metrics {
  readonly cases: readonly { readonly values: readonly number[]; readonly jain: number | null }[];
}

describe("jain", () => {
  it.skipIf(!isShared(METRICS))(needing(METRICS, "agrees with the checked values"), () => {
    const { cases } = readShared<Metrics>(METRICS);
    expect(cases.length).toBeGreaterThan(0);
    for (const { values, jain: index } of cases) {
      if (index === null) expect(jain(values)).toBeNull();
      else expect(jain(values)).toBeCloseTo(index, 14);
    }
  });

  it("is null when nobody has anything, and for nobody", () => {
    expect([jain([0, 0, 0]), jain([])]).toStrictEqual([null, null]);
  });

  it("is 1 for one alone, and k/n when k of n have the same", () => {
    expect([jain([7]), jain([2, 2, 2, 2]), jain([5, 0, 0, 0]), jain([3, 3, 3, 0])]).toStrictEqual([
      1, 1, 0.25, 0.75,
    ]);
  });

  it("rounds nothing but the last division for whole numbers", () => {
    expect([jain([3, 1]), jain([1, 2, 3, 4]), jain([30, 10])]).toStrictEqual([16 / 20, 100 / 120, 16 / 20]);
  });

  it("stays a number for values whose squares overflow or vanish", () => {
    expect([jain([1e200, 1e200]), jain([1e-200, 0])]).toStrictEqual([1, 0.5]);
    expect([jain([Number.MAX_VALUE, 0]), jain([Number.MIN_VALUE, 0])]).toStrictEqual([0.5, 0.5]);
  });

  it("lies between 1/n and 1, and does not care for scale or order", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 20 }), (values) => {
        fc.pre(values.some((value) => value > 0));
        const index = jain(values) as number;
        expect(index).toBeGreaterThanOrEqual(1 / values.length - 1e-12);
        expect(index).toBeLessThanOrEqual(1 + 1e-12);
        expect(jain([...values].reverse().map((value) => value * 8))).toBeCloseTo(index, 12);
      }),
    );
  });

  it("is null, never NaN and never without end, where a value is no finite number", () => {
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY]) expect(jain([1, odd, 2])).toBeNull();
  });
});

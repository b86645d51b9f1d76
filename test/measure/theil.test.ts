import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { theil } from "../../src/measure/theil.js";
import { isShared, needing, readShared } from "../support/shared.js";

const METRICS = "vectors/fairness-metrics.json";

interface Metrics {
  readonly cases: readonly { readonly values: readonly number[]; readonly theil: number | null }[];
}

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

describe("theil", () => {
  it.skipIf(!isShared(METRICS))(needing(METRICS, "agrees with the checked values"), () => {
    const { cases } = readShared<Metrics>(METRICS);
    expect(cases.length).toBeGreaterThan(0);
    for (const { values, theil: index } of cases) {
      if (index === null) expect(theil(values)).toBeNull();
      else expect(theil(values)).toBeCloseTo(index, 14);
    }
  });

  it("is null when nobody has anything, and for nobody", () => {
    expect([theil([0, 0, 0]), theil([])]).toStrictEqual([null, null]);
  });

  it("is 0 for one alone, and ln(n/k) when k of n have the same", () => {
    expect([theil([7]), theil([2, 2, 2, 2])]).toStrictEqual([0, 0]);
    expect(theil([5, 0, 0, 0])).toBeCloseTo(Math.log(4), 14);
    expect(theil([0, 3, 3, 0, 0])).toBeCloseTo(Math.log(5 / 2), 14);
  });

  it("lies between 0 and ln n, and does not care for scale or order", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 20 }), (values) => {
        fc.pre(values.some((value) => value > 0));
        const index = theil(values) as number;
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThanOrEqual(Math.log(values.length) + 1e-12);
        expect(theil([...values].reverse().map((value) => value * 8))).toBeCloseTo(index, 12);
      }),
    );
  });

  it("decomposes over teams into what is within them and what lies between", () => {
    const aTeam = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(aTeam, { minLength: 1, maxLength: 5 }), (teams) => {
        const all = teams.flat();
        const within = sum(teams.map((team) => (sum(team) / sum(all)) * (theil(team) as number)));
        const between = theil(teams.flatMap((team) => team.map(() => sum(team) / team.length)));
        expect(theil(all)).toBeCloseTo(within + (between as number), 12);
      }),
    );
  });

  it("is null, never NaN and never without end, where a value is no finite number or below 0", () => {
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, -1]) expect(theil([1, odd, 2])).toBeNull();
  });
});

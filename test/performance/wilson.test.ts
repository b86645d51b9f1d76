import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilson } from "../../src/performance/wilson.js";
import { isShared, needing, readShared } from "../support/shared.js";

const VECTORS = "vectors/wilson.json";

interface Vectors {
  readonly cases: readonly {
    readonly successes: number;
    readonly trials: number;
    readonly z: number;
    readonly lower: number;
    readonly upper: number;
  }[];
}

describe("wilson", () => {
  it.skipIf(!isShared(VECTORS))(needing(VECTORS, "agrees with the checked values"), () => {
    const { cases } = readShared<Vectors>(VECTORS);
    expect(cases.length).toBeGreaterThan(0);
    for (const { successes, trials, z, lower, upper } of cases) {
      const { low, high } = wilson({ leads: trials, won: successes }, z);
      expect(low).toBeCloseTo(lower, 12);
      expect(high).toBeCloseTo(upper, 12);
    }
  });

  it("says nothing of no leads, and little of one", () => {
    expect(wilson({ leads: 0, won: 0 })).toStrictEqual({ low: 0, high: 1 });
    expect(wilson({ leads: 1, won: 1 }).low).toBeLessThan(wilson({ leads: 100, won: 90 }).low);
  });

  it("holds the rate, within 0 and 1, whatever the counts", () => {
    const counts = fc
      .tuple(fc.double({ min: 0, max: 1e300, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([leads, rate]) => ({ leads, won: Math.min(leads, leads * rate) }));
    fc.assert(
      fc.property(counts, ({ leads, won }) => {
        const { low, high } = wilson({ leads, won });
        expect([low >= 0, low <= high, high <= 1]).toStrictEqual([true, true, true]);
        if (leads > 0) expect([low <= won / leads, won / leads <= high]).toStrictEqual([true, true]);
      }),
      { numRuns: 500 },
    );
  });

  it("is not above the rate by rounding, where next to nothing was won", () => {
    const counts = { leads: 1_128_115.2802998533, won: 7.42876212292321e-14 };
    expect(wilson(counts, 42.892189412669026).low).toBe(counts.won / counts.leads);
  });

  it("narrows as the same rate is seen more often", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(200), (leads, some) => {
        const won = Math.min(leads, some);
        const [few, many] = [wilson({ leads, won }), wilson({ leads: 3 * leads, won: 3 * won })];
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });

  it.each([
    [{ leads: -1, won: 0 }, 1],
    [{ leads: 1, won: 2 }, 1],
    [{ leads: Number.NaN, won: 0 }, 1],
    [{ leads: Number.POSITIVE_INFINITY, won: 0 }, 1],
    [{ leads: 1, won: 0 }, 0],
    [{ leads: 1, won: 0 }, Number.NaN],
  ])("refuses %j with z %s", (counts, z) => {
    expect(() => wilson(counts, z)).toThrow(RangeError);
  });
});

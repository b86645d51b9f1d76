import fc from "fast-check";
import { chiSquaredDistributionTable } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { chiSquareTail } from "../../src/evaluation/chiSquareTail.js";

describe("the tail of chi-square", () => {
  it.each([
    // scipy's chi2.sf
    [33.3, 29, 0.2658043725650071],
    [3.84, 1, 0.05004352124870519],
    [1, 5, 0.9625657732472964],
    [40, 5, 1.493367900050393e-7],
    [150, 100, 0.0009039320423540184],
    [5000, 4900, 0.1562274137489366],
    [0.001, 3, 0.9999915920809419],
  ])("of %s with %s degrees of freedom is %s", (statistic, degrees, tail) => {
    expect(chiSquareTail(statistic, degrees) / tail).toBeCloseTo(1, 10);
  });

  it("agrees with a table of another hand", () => {
    let compared = 0;
    for (const [degrees, row] of Object.entries(chiSquaredDistributionTable))
      for (const [tail, statistic] of Object.entries(row)) {
        // The table has two digits after the point, not all of them rounded.
        const [less, more] = [0.0101, -0.0101].map((off) => chiSquareTail(statistic + off, Number(degrees)));
        expect([(less as number) <= Number(tail), (more as number) >= Number(tail)]).toStrictEqual([
          true,
          true,
        ]);
        compared += 1;
      }
    expect(compared).toBeGreaterThan(400);
  });

  it("is e^(-x/2) for two degrees of freedom, and the same sum for any even number", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 300, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        (x, half) => {
          let [term, sum] = [Math.exp(-x / 2), 0];
          for (let i = 0; i < half; i += 1) {
            sum += term;
            term *= x / 2 / (i + 1);
          }
          expect(Math.abs(chiSquareTail(x, 2 * half) - sum)).toBeLessThan(1e-11);
        },
      ),
    );
  });

  it("falls from 1 to 0", () => {
    for (const degrees of [1, 2, 5, 30, 1_000, 50_000]) {
      expect(chiSquareTail(0, degrees)).toBe(1);
      expect(chiSquareTail(degrees, degrees)).toBeGreaterThan(0.3);
      expect(chiSquareTail(degrees, degrees)).toBeLessThan(0.52);
      expect(chiSquareTail(degrees * 40 + 3_000, degrees)).toBeLessThan(1e-100);
    }
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exponential } from "../../src/internal/exponential.js";

describe("exponential", () => {
  it("is e to that power, within the rounding of the power itself", () => {
    const aPower = fc.oneof(
      fc.double({ min: -740, max: 0, noNaN: true }),
      fc.double({ min: -2, max: 0, noNaN: true }),
    );
    fc.assert(
      fc.property(aPower, (x) => {
        const wanted = Math.exp(x);
        const off = (4e-16 - 3e-16 * x) * wanted + Number.MIN_VALUE;
        expect(Math.abs(exponential(x) - wanted)).toBeLessThanOrEqual(off);
      }),
      { numRuns: 2000 },
    );
  });

  it("is 1 for 0, and 0 where no number is that small", () => {
    expect(exponential(0)).toBe(1);
    expect(exponential(-746.5)).toBe(0);
    expect(exponential(Number.NEGATIVE_INFINITY)).toBe(0);
  });
});

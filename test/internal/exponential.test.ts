import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exponential } from "../../src/internal/exponential.js";

describe("exponential", () => {
  it("is e to the power of x, for x from -700 to 0", () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 0, noNaN: true }), (x) => {
        expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 12);
      }),
    );
    expect(exponential(0)).toBe(1);
  });

  it("is 0 where nothing above 0 is that small", () => {
    expect(exponential(-800)).toBe(0);
    expect(exponential(Number.NEGATIVE_INFINITY)).toBe(0);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { naturalLogarithm } from "../../src/internal/naturalLogarithm.js";

describe("naturalLogarithm", () => {
  it("is the logarithm to a few units in the last place, over all that a number can be", () => {
    const aNumber = fc.oneof(
      fc.double({ min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true }),
      fc.double({ min: 0.5, max: 2, noNaN: true }),
    );
    fc.assert(
      fc.property(aNumber, (x) => {
        const wanted = Math.log(x);
        expect(Math.abs(naturalLogarithm(x) - wanted)).toBeLessThanOrEqual(4e-16 + 4e-16 * Math.abs(wanted));
      }),
      { numRuns: 2000 },
    );
  });

  it("is 0 for 1 and turns sign for the inverse", () => {
    expect(naturalLogarithm(1)).toBe(0);
    expect(naturalLogarithm(4) + naturalLogarithm(0.25)).toBe(0);
  });
});

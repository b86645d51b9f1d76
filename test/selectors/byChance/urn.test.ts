import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { urnOf } from "../../../src/selectors/byChance/urn.js";
import { isShared, needing, readShared } from "../../support/shared.js";

const PICKS = "vectors/weighted-random.json";

interface Picks {
  readonly inverseCdf: readonly {
    readonly weights: readonly number[];
    readonly picks: readonly { readonly u: number; readonly index: number }[];
  }[];
}

const LAST = 1 - 2 ** -53;

/** The same by going through a list. */
const byWalking = (weights: readonly number[], part: number): number => {
  const target = Math.floor(part * weights.reduce((sum, weight) => sum + weight, 0));
  let sum = 0;
  return weights.findIndex((weight) => {
    sum += weight;
    return sum > target;
  });
};

describe("an urn", () => {
  it.skipIf(!isShared(PICKS))(needing(PICKS, "draws as the checked inverse of the sums does"), () => {
    const { inverseCdf } = readShared<Picks>(PICKS);
    expect(inverseCdf.length).toBeGreaterThan(0);
    for (const { weights, picks } of inverseCdf) {
      const whole = weights.map((weight) => Math.round(weight * 10));
      for (const { u, index } of picks) expect(urnOf(whole).take(u)).toBe(index);
    }
  });

  it("draws what a walk over the weights would, whatever was taken and put back", () => {
    const weights = fc.array(fc.oneof(fc.nat({ max: 5 }), fc.nat({ max: 10_000_000 })), {
      minLength: 1,
      maxLength: 40,
    });
    const part = fc.oneof(fc.constantFrom(0, LAST), fc.double({ min: 0, max: LAST, noNaN: true }));
    fc.assert(
      fc.property(weights, fc.array(fc.tuple(part, fc.boolean()), { maxLength: 60 }), (all, draws) => {
        const urn = urnOf(all);
        const left = [...all];
        for (const [at, isPutBack] of draws) {
          if (left.every((weight) => weight === 0)) break;
          const lot = byWalking(left, at);
          expect(urn.take(at)).toBe(lot);
          if (isPutBack) urn.put(lot);
          else left[lot] = 0;
        }
      }),
    );
  });

  it("has a lot for the largest draw, whatever the weights add up to", () => {
    for (const total of [1, 2, 3, 7, 2 ** 36 - 1, 2 ** 36, 2 ** 36 + 1, 80_313_433_200])
      expect(urnOf([total, 0]).take(LAST)).toBe(0);
  });
});

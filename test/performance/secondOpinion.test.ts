import fc from "fast-check";
import {
  bisect,
  gammaln,
  mean,
  permutationTest,
  probit,
  sampleVariance,
  weightedMean,
} from "simple-statistics";
import { describe, expect, it } from "vitest";
import { bySelfNormalising } from "../../src/evaluation/byWeighing.js";
import { differences } from "../../src/evaluation/index.js";
import { meanInterval } from "../../src/evaluation/interval.js";
import { maturedOf } from "../../src/evaluation/matured.js";
import { weighedBy } from "../../src/evaluation/weighed.js";
import { unwrap } from "../../src/index.js";
import { strengthOf } from "../../src/performance/strength.js";
import { wilson } from "../../src/performance/wilson.js";
import { streamFrom } from "../../src/random/stream.js";
import { logOf, partsTarget, type World } from "../support/logged.js";

interface Counts {
  readonly leads: number;
  readonly won: number;
}

/** As tables of the normal distribution have it: the approximation of the statistics package is off by one part in seven hundred. */
const Z_95 = 1.959963984540054;

/** The test has no doubt about what was seen itself, also where that is 0 or 1 and no root. */
const NEAR = 1e-9;

describe("a second opinion", () => {
  it("on Wilson's interval: its ends are where the score test is as doubtful as asked", () => {
    const counts = fc
      .tuple(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([leads, part]) => ({ leads, won: Math.floor(part * leads) }));
    fc.assert(
      fc.property(counts, fc.constantFrom(0.8, 0.9, 0.95, 0.999), ({ leads, won }, confidence) => {
        const z = probit(1 - (1 - confidence) / 2);
        const seen = won / leads;
        const doubt = (rate: number): number => leads * (seen - rate) ** 2 - z * z * rate * (1 - rate);
        const { low, high } = wilson({ leads, won }, z);
        if (won > 0) expect(low).toBeCloseTo(bisect(doubt, 0, seen - NEAR * seen, 200, 1e-14), 9);
        if (won < leads) expect(high).toBeCloseTo(bisect(doubt, seen + NEAR * (1 - seen), 1, 200, 1e-14), 9);
      }),
    );
  });

  it("on how much reps differ: the likeliest strength lies near the one by moments, and both near the truth", () => {
    const { next } = streamFrom("beta");
    // The third smallest of nine draws has the beta distribution of 3 and 7: a rate of 0.3, and a strength of 10.
    const rate = (): number => Array.from({ length: 9 }, next).sort((a, b) => a - b)[2] ?? 0;
    const outcomes = Array.from({ length: 400 }, (): Counts => {
      const [own, leads] = [rate(), 20 + Math.floor(next() * 60)];
      return { leads, won: Array.from({ length: leads }, next).filter((u) => u < own).length };
    });
    const middle =
      outcomes.reduce((sum, { won }) => sum + won, 0) / outcomes.reduce((sum, { leads }) => sum + leads, 0);
    const lnBeta = (a: number, b: number): number => gammaln(a) + gammaln(b) - gammaln(a + b);
    const likelihood = (strength: number): number => {
      const [a, b] = [strength * middle, strength * (1 - middle)];
      return outcomes.reduce(
        (sum, { leads, won }) => sum + lnBeta(a + won, b + leads - won) - lnBeta(a, b),
        0,
      );
    };
    const strengths = Array.from({ length: 200 }, (_, i) => 4 + i / 10);
    const likeliest = strengths.reduce((best, one) => (likelihood(one) > likelihood(best) ? one : best));
    const byMoments = strengthOf([outcomes]);
    // Known to about one part in fourteen from 400 reps; five times that is exceeded once in a million.
    expect(Math.abs(likeliest / 10 - 1)).toBeLessThan(0.36);
    expect(Math.abs(byMoments / 10 - 1)).toBeLessThan(0.36);
    expect(Math.abs(byMoments / likeliest - 1)).toBeLessThan(0.2);
  });

  it("on shuffling: two reps differ as two samples do", () => {
    const { next } = streamFrom("shuffles");
    for (const [ann, bob] of [
      [
        { leads: 60, won: 30 },
        { leads: 40, won: 12 },
      ],
      [
        { leads: 200, won: 50 },
        { leads: 30, won: 9 },
      ],
      [
        { leads: 12, won: 9 },
        { leads: 15, won: 5 },
      ],
    ] as const) {
      const sampleOf = ({ leads, won }: Counts): number[] =>
        Array.from({ length: leads }, (_, i) => (i < won ? 1 : 0));
      const other = permutationTest(sampleOf(ann), sampleOf(bob), "two_side", 4_000, next);
      const found = unwrap(
        differences(
          [
            { repId: "ann", ...ann },
            { repId: "bob", ...bob },
          ],
          { shuffles: 4_000 },
        ),
      );
      // Two frequencies of 4,000 draws each differ by more than 0.055 once in a million.
      expect(Math.abs(found.byShuffling - other)).toBeLessThan(0.055);
    }
  });

  it("on means, weighted means and intervals", () => {
    const world: World = {
      segments: 1,
      reps: [0.5, 0.3, 0.2].map((propensity, i) => ({ id: `rep ${i}`, propensity, rates: [0.2 * (i + 1)] })),
    };
    const matured = maturedOf(unwrap(weighedBy(logOf(world, 40, 1), partsTarget(world, [0.2, 0.2, 0.6]))));
    const [rewards, weights] = [[...matured.rewards], [...matured.weights]];
    const value = weightedMean(rewards, weights);
    const found = bySelfNormalising(matured)?.value;
    expect(found?.estimate).toBeCloseTo(value, 12);
    // The standard error of a ratio, as survey samplers have it.
    const off = weights.map((weight, i) => (weight * ((rewards[i] as number) - value)) / mean(weights));
    const width = 2 * Z_95 * Math.sqrt(sampleVariance(off) / off.length);
    expect(((found?.high ?? 0) - (found?.low ?? 0)) / width).toBeCloseTo(1, 9);
    expect(Math.abs(mean(weights) - 1)).toBeGreaterThan(0.02);
    const { estimate, low, high } = meanInterval(rewards);
    expect(estimate).toBeCloseTo(mean(rewards), 12);
    const reach = Z_95 * Math.sqrt(sampleVariance(rewards) / rewards.length);
    expect((high - low) / (2 * reach)).toBeCloseTo(1, 9);
  });
});

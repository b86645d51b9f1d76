import { binomialDistribution, cumulativeStdNormalProbability, errorFunction } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { drawBeta } from "../../src/random/beta.js";
import { drawGamma } from "../../src/random/gamma.js";
import { drawNormal } from "../../src/random/normal.js";
import { type Stream, streamFrom } from "../../src/random/stream.js";

const DRAWS = 20_000;

/**
 * An empirical distribution of so many draws lies further than this from the true one once in a million, wherever (Massart's bound: 2 exp(-2 n
 * d^2)). The seeds are fixed, so that it does not.
 */
const FAR = Math.sqrt(Math.log(2e6) / (2 * DRAWS));

const drawn = (draw: (stream: Stream) => number, seed: string): readonly number[] => {
  const stream = streamFrom(seed);
  return Array.from({ length: DRAWS }, () => draw(stream)).sort((a, b) => a - b);
};

/** How far the draws' distribution lies from that one. */
const apart = (sorted: readonly number[], below: (x: number) => number): number =>
  sorted.reduce((most, x, i) => {
    const wanted = below(x);
    return Math.max(most, Math.abs(i / DRAWS - wanted), Math.abs((i + 1) / DRAWS - wanted));
  }, 0);

/** A beta draw with whole shapes lies below x as often as so many of a binomial succeed. */
const belowByBinomial =
  (a: number, b: number) =>
  (x: number): number => {
    if (x <= 0 || x >= 1) return x;
    const chances = binomialDistribution(a + b - 1, x) ?? [];
    return chances.slice(a).reduce((sum, chance) => sum + chance, 0);
  };

/** The density of the beta distribution, summed up: slow, and not by draws. */
const belowByDensity = (a: number, b: number): ((x: number) => number) => {
  const steps = 40_000;
  const sums = [0];
  for (let i = 0; i < steps; i += 1) {
    const x = (i + 0.5) / steps;
    sums.push((sums.at(-1) ?? 0) + x ** (a - 1) * (1 - x) ** (b - 1));
  }
  const whole = sums.at(-1) ?? 1;
  return (x) => (sums[Math.round(x * steps)] ?? 0) / whole;
};

describe("a normal draw", () => {
  it("is spread as the normal distribution is", () => {
    const below = (x: number) => (1 + errorFunction(x / Math.SQRT2)) / 2;
    expect(cumulativeStdNormalProbability(1)).toBeCloseTo(below(1), 3);
    expect(apart(drawn(drawNormal, "normal"), below)).toBeLessThan(FAR);
  });

  it("has tails as far as chance has them", () => {
    const all = drawn(drawNormal, "tails");
    const beyond = all.filter((x) => Math.abs(x) > 3).length;
    // Expected 54, deviation 7.3.
    expect(Math.abs(beyond - 0.0027 * DRAWS)).toBeLessThan(5 * Math.sqrt(0.0027 * DRAWS));
  });

  it("settles what lies between the bounds by the logarithm, so takes and refuses what it should", () => {
    const between = (second: number) => {
      const all = [0.2, second];
      return drawNormal({ next: () => all.shift() ?? 0.5 });
    };
    // By v^2 <= -4 u^2 ln u with u = 0.8: |v| up to 0.756.
    const limit = 0.5 + Math.sqrt(-4 * 0.8 * 0.8 * Math.log(0.8)) / 1.7156;
    expect(between(limit - 1e-4)).toBeCloseTo((1.7156 * (limit - 0.5)) / 0.8, 3);
    expect(between(limit + 1e-4)).toBe(0);
  });
});

describe("a gamma draw", () => {
  it.each([0.05, 0.5, 1, 3.7, 250])("of shape %d has the mean and the spread of one", (shape) => {
    const all = drawn((stream) => drawGamma(shape, stream), `gamma ${shape}`);
    const mean = all.reduce((sum, x) => sum + x, 0) / DRAWS;
    const squares = all.reduce((sum, x) => sum + (x - shape) ** 2, 0) / DRAWS;
    // The mean of so many has the deviation sqrt(shape / n), the spread sqrt((2 + 6 / shape) / n) of itself.
    expect(Math.abs(mean - shape)).toBeLessThan(5 * Math.sqrt(shape / DRAWS));
    expect(Math.abs(squares / shape - 1)).toBeLessThan(5 * Math.sqrt((2 + 6 / shape) / DRAWS));
  });

  it("of shape 0 is 0", () => {
    expect(drawGamma(0, streamFrom("s"))).toBe(0);
  });
});

describe("a beta draw", () => {
  it.each([
    [1, 1],
    [2, 9],
    [15, 4],
    [60, 140],
  ])("of %d and %d is spread as successes of a binomial are", (a, b) => {
    const below = belowByBinomial(a, b);
    const all = drawn((stream) => drawBeta(a, b, stream), `beta ${a} ${b}`);
    const grid = Array.from({ length: 60 }, (_, i) => all[Math.floor(((i + 0.5) * DRAWS) / 60)] ?? 0);
    for (const [i, x] of grid.entries()) expect(Math.abs((i + 0.5) / 60 - below(x))).toBeLessThan(FAR);
  });

  it.each([
    [1.5, 2.25],
    [3.3, 31.7],
    [120.5, 300.25],
  ])("of %d and %d is spread as its density says", (a, b) => {
    const all = drawn((stream) => drawBeta(a, b, stream), `beta ${a} ${b}`);
    expect(apart(all, belowByDensity(a, b))).toBeLessThan(FAR + 1e-3);
  });

  it.each([
    ["arcsine", 0.5, 0.5, (x: number) => (2 / Math.PI) * Math.asin(Math.sqrt(x))],
    ["power", 0.2, 1, (x: number) => x ** 0.2],
    ["power from above", 1, 0.3, (x: number) => 1 - (1 - x) ** 0.3],
  ] as const)("with a shape below 1 is spread as the %s law", (_, a, b, below) => {
    const all = drawn((stream) => drawBeta(a, b, stream), `beta ${a} ${b}`);
    expect(apart(all, below)).toBeLessThan(FAR);
  });

  it("of nothing but successes is 1, of nothing but failures 0, and never no number", () => {
    const stream = streamFrom("s");
    expect([drawBeta(5, 0, stream), drawBeta(0, 5, stream)]).toStrictEqual([1, 0]);
    for (let i = 0; i < 200; i += 1) {
      const draw = drawBeta(1e-5, 1e-5, stream);
      expect(draw >= 0 && draw <= 1).toBe(true);
    }
    expect(drawBeta(2 ** 53, 2 ** 53, stream)).toBeCloseTo(0.5, 6);
  });
});

import { describe, expect, it } from "vitest";
import type { LoggedChoice } from "../../src/evaluation/index.js";
import { patternOf } from "../../src/evaluation/pattern.js";
import { streamFrom } from "../../src/random/stream.js";

const chosen = (propensities: readonly number[], at: number): LoggedChoice => ({
  candidates: propensities.map((propensity, i) => ({ id: `rep ${i}`, propensity })),
  repId: `rep ${at}`,
});

/** Chances that depend on who was chosen before: whoever had the last lead has more of the next, or fewer. */
const byChance = (leads: number, seed: number): readonly LoggedChoice[] => {
  const { next } = streamFrom(`pattern ${seed}`);
  let last = 0;
  return Array.from({ length: leads }, (_, i) => {
    const own = i % 2 === 0 ? 0.7 : 0.1;
    const propensities = [0, 1, 2].map((rep) => (rep === last ? own : (1 - own) / 2));
    const u = next();
    const [first = 0, second = 0] = propensities;
    last = u < first ? 0 : u < first + second ? 1 : 2;
    return chosen(propensities, last);
  });
};

describe("the pattern of a log", () => {
  it("is standard normal where chance chose, also by chances that go by what came before", () => {
    const patterns = Array.from({ length: 400 }, (_, seed) => patternOf(byChance(150, seed)) ?? Number.NaN);
    const mean = patterns.reduce((sum, one) => sum + one, 0) / 400;
    const square = patterns.reduce((sum, one) => sum + one * one, 0) / 400;
    // Of 400 standard normals the mean is beyond 0.245, or the mean square beyond 1 by 0.35, once in a million.
    expect(Math.abs(mean)).toBeLessThan(0.245);
    expect(Math.abs(square - 1)).toBeLessThan(0.35);
    expect(patterns.filter((one) => Math.abs(one) > 4)).toStrictEqual([]);
  });

  it("is far below 0 where leads go round, by equal parts or others", () => {
    const equal = Array.from({ length: 60 }, (_, i) => chosen([1 / 3, 1 / 3, 1 / 3], i % 3));
    expect(patternOf(equal)).toBeLessThan(-8);
    // Every sixth lead to one, the others to another.
    const uneven = Array.from({ length: 120 }, (_, i) => chosen([5 / 6, 1 / 6], i % 6 === 3 ? 1 : 0));
    expect(patternOf(uneven)).toBeLessThan(-5);
  });

  it("is far above 0 where the chances were others", () => {
    const oneMore = Array.from({ length: 200 }, (_, i) => chosen([0.5, 0.5], i % 10 === 0 ? 1 : 0));
    expect(patternOf(oneMore)).toBeGreaterThan(4);
  });

  it("is none where nothing was left to chance, or nothing came before", () => {
    expect(patternOf([])).toBeNull();
    expect(patternOf([chosen([0.5, 0.5], 0)])).toBeNull();
    expect(patternOf(Array.from({ length: 9 }, () => chosen([1], 0)))).toBeNull();
    expect(patternOf(Array.from({ length: 9 }, () => chosen([1, 0], 0)))).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { type Findings, verdictOf } from "../../src/evaluation/verdict.js";

const BETTER: Findings = {
  choices: 1_000,
  matured: 1_000,
  isAllTheSame: false,
  leastEffectiveLeads: 100,
  overlap: { effectiveLeads: 100, largestWeight: 4, meanWeight: 1, uncovered: 0.01, leftToChance: 0.001 },
  offWeight: 4,
  missing: -4,
  pattern: -4,
  gain: { estimate: 0.1, low: 0.01, high: 0.2 },
  placebo: { logs: 400, asLarge: 0.05, found: 0.09 },
};

const verdictWith = (findings: Partial<Findings>): string => verdictOf({ ...BETTER, ...findings }).verdict;

describe("a verdict", () => {
  it("goes by where the interval of the gain lies", () => {
    expect(verdictWith({})).toBe("better");
    expect(verdictWith({ gain: { estimate: -0.1, low: -0.2, high: -0.01 } })).toBe("worse");
    expect(verdictWith({ gain: { estimate: 0.1, low: 0, high: 0.2 } })).toBe("no difference seen");
    expect(verdictWith({ gain: { estimate: -0.1, low: -0.2, high: 0 } })).toBe("no difference seen");
  });

  it("believes no gain that comes up where there is none", () => {
    expect(verdictWith({ placebo: { logs: 400, asLarge: 0.0501, found: 0.05 } })).toBe("no difference seen");
  });

  it("says between what the gain lies", () => {
    expect(verdictOf(BETTER).reasons[0]).toBe("the gain lies between +0.0100 and +0.2000 a lead");
  });

  it.each<[Partial<Findings>]>([
    [{ overlap: { ...BETTER.overlap, leftToChance: 0 } }],
    [{ overlap: { ...BETTER.overlap, uncovered: 0.0101 } }],
    [{ overlap: { ...BETTER.overlap, effectiveLeads: 99.9 } }],
    [{ pattern: -4.01 }],
    [{ pattern: 4.01 }],
    [{ offWeight: 4.01 }],
    [{ offWeight: -4.01 }],
    [{ matured: 499 }],
    [{ missing: 4.01 }],
    [{ missing: -4.01 }],
    [{ isAllTheSame: true }],
    // 0.05 and four deviations of 400 logs, which are 0.0109 each
    [{ placebo: { logs: 400, asLarge: 0.05, found: 0.094 } }],
  ])("can't tell, for one reason, with %j", (findings) => {
    const { verdict, reasons } = verdictOf({ ...BETTER, ...findings });
    expect([verdict, reasons.length]).toStrictEqual(["can't tell", 1]);
  });

  it("names every reason why it can't tell", () => {
    const findings = { pattern: 9, isAllTheSame: true, matured: 3 };
    expect(verdictOf({ ...BETTER, ...findings }).reasons).toHaveLength(3);
  });

  it("asks for no pattern where nothing was left to chance", () => {
    expect(verdictWith({ pattern: null })).toBe("better");
  });
});

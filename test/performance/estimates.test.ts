import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Candidate, Performance, TrackRecord } from "../../src/index.js";
import { estimatesOf } from "../../src/performance/estimates.js";
import { fromRoster } from "../../src/performance/fromRoster.js";
import { shapesOf } from "../../src/performance/shapes.js";
import { drawing } from "../support/drawing.js";

interface Known {
  readonly performance?: Performance;
  readonly teams?: readonly string[];
}

const estimated = (known: readonly Known[], segment?: string) => {
  const reps = known.map((rest, place): Candidate => {
    const id = `rep ${String(place).padStart(3, "0")}`;
    return { id, rep: { id, ...rest }, weight: 1, place };
  });
  const notes = () => ({ ofRep: () => [], ofAll: () => [] });
  const lead = { id: "l1", receivedAtMs: 0, ...(segment === undefined ? {} : { segment }) };
  const question = { lead, reps, notes, nowMs: 0 };
  return reps.map(estimatesOf(question, fromRoster(), 0));
};

const had = (leads: number, won: number, rest: Partial<Performance> = {}): Known => ({
  performance: { leads, won, ...rest },
});

const rounded = (rates: readonly { readonly rate: number }[]) => rates.map(({ rate }) => rate.toFixed(3));

/** Reps whose true rates are given, after so many leads each. */
const seenAfter = (rates: readonly number[], leads: number, seed: number): readonly Known[] => {
  const draw = drawing(seed);
  return rates.map((rate) => had(leads, Array.from({ length: leads }, draw).filter((u) => u < rate).length));
};

describe("what is to be expected of reps", () => {
  it("is the same for all where nothing is known of anybody", () => {
    expect(rounded(estimated([{}, {}, had(0, 0)]))).toStrictEqual(["0.500", "0.500", "0.500"]);
    expect(estimated([])).toStrictEqual([]);
  });

  it("is never more than certain in a segment that is easier than all else, nor is what is usual there", () => {
    const easy = had(500, 50, { bySegment: { easy: { leads: 50, won: 50 } } });
    for (const { rate, usual } of estimated([had(500, 450), easy], "easy")) {
      expect(rate).toBeLessThanOrEqual(1);
      expect(usual).toBeLessThanOrEqual(1);
    }
  });

  it("has no more won in shapes than there were leads, in a segment that is easier than all else", () => {
    const estimate = { rate: 1, weight: 510, seen: { leads: 500, won: 450 }, factor: 5, usual: 1 };
    expect(shapesOf(estimate, 30)).toStrictEqual({ successes: 510, failures: 0 });
    expect(shapesOf({ ...estimate, usual: 0.5 }, 4)).toStrictEqual({ successes: 502, failures: 2 });
  });

  it("is what is usual for a newcomer", () => {
    const [first, ...others] = estimated([{}, ...seenAfter([0.1, 0.3, 0.5, 0.2], 200, 1)]);
    const rates = others.map(({ rate }) => rate);
    expect(first?.rate).toBeGreaterThan(Math.min(...rates));
    expect(first?.rate).toBeLessThan(Math.max(...rates));
  });

  it("is close to what was seen where reps differ, and close to what is usual where they do not", () => {
    const apart = seenAfter([0.1, 0.9, 0.1, 0.9, 0.1, 0.9], 100, 2);
    const alike = seenAfter(
      Array.from({ length: 40 }, () => 0.3),
      100,
      3,
    );
    const off = (known: readonly Known[]) =>
      estimated(known).map(({ rate, seen }) => Math.abs(rate - seen.won / seen.leads));
    expect(Math.max(...off(apart))).toBeLessThan(0.02);
    const spread = (rates: readonly number[]) => Math.max(...rates) - Math.min(...rates);
    const seen = alike.map(({ performance }) => (performance?.won ?? 0) / 100);
    expect(spread(estimated(alike).map(({ rate }) => rate))).toBeLessThan(spread(seen) / 4);
  });

  it("comes closer to the truth than what was seen, over teams that differ", () => {
    const truth = Array.from({ length: 60 }, (_, i) => (i < 30 ? 0.2 : 0.4) + (i % 3) * 0.02);
    const known = seenAfter(truth, 20, 4).map((each, i) => ({ ...each, teams: [i < 30 ? "east" : "west"] }));
    const wrong = (rates: readonly number[]) =>
      rates.reduce((sum, rate, i) => sum + (rate - (truth[i] ?? 0)) * (rate - (truth[i] ?? 0)), 0);
    const estimates = estimated(known);
    const drawn = wrong(estimates.map(({ rate }) => rate));
    expect(drawn).toBeLessThan(wrong(estimates.map(({ seen }) => seen.won / seen.leads)) / 2);
    const alone = estimated(known.map(({ performance }) => ({ ...(performance && { performance }) })));
    expect(drawn).toBeLessThan(wrong(alone.map(({ rate }) => rate)));
  });

  it("lies between what is usual and what was seen, and rests on more the more was seen", () => {
    const someOutcomes: fc.Arbitrary<TrackRecord> = fc
      .tuple(fc.nat(300), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([leads, rate]) => ({ leads, won: Math.round(leads * rate) }));
    const someReps = fc.array(
      fc
        .tuple(someOutcomes, fc.constantFrom([], ["east"], ["west"]))
        .map(([performance, teams]) => ({ performance, teams })),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(someReps, (known) => {
        for (const { rate, usual, seen, weight } of estimated(known)) {
          const own = seen.leads === 0 ? usual : seen.won / seen.leads;
          expect(rate).toBeGreaterThanOrEqual(Math.min(usual, own) - 1e-12);
          expect(rate).toBeLessThanOrEqual(Math.max(usual, own) + 1e-12);
          expect(weight).toBeGreaterThan(seen.leads);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("what is to be expected in a segment", () => {
  const good = { smb: { leads: 100, won: 60 }, enterprise: { leads: 100, won: 2 } };
  const other = { smb: { leads: 100, won: 20 }, enterprise: { leads: 100, won: 10 } };
  const known = [had(200, 62, { bySegment: good }), had(200, 30, { bySegment: other }), {}];

  it("follows what was seen there, and for a newcomer what is usual there", () => {
    const smb = estimated(known, "smb").map(({ rate }) => rate);
    const enterprise = estimated(known, "enterprise").map(({ rate }) => rate);
    expect(smb[0]).toBeGreaterThan(smb[1] ?? 1);
    expect(enterprise[0]).toBeLessThan(enterprise[1] ?? 0);
    expect(smb[2]).toBeGreaterThan(enterprise[2] ?? 1);
  });

  it("is none the easier for having been dealt to the best", () => {
    const known = [
      had(1_000, 500, { bySegment: { smb: { leads: 900, won: 450 } } }),
      had(1_000, 100, { bySegment: { smb: { leads: 100, won: 10 } } }),
      had(1_000, 100),
    ];
    const [best, other, unseen] = estimated(known, "smb").map(({ rate }) => rate);
    for (const [found, wanted] of [
      [best, 0.5],
      [other, 0.1],
      [unseen, 0.1],
    ] as const)
      expect(Math.abs((found ?? 0) - wanted)).toBeLessThan(0.01);
  });

  it("is that of the whole where the segment was never seen", () => {
    expect(rounded(estimated(known, "__proto__"))).toStrictEqual(rounded(estimated(known)));
  });
});

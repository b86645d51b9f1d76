import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Differences, differences, type RepOutcomes } from "../../src/evaluation/index.js";
import { unwrap } from "../../src/index.js";
import { streamFrom } from "../../src/random/stream.js";

const told = (outcomes: readonly RepOutcomes[], shuffles = 199): Differences =>
  unwrap(differences(outcomes, { shuffles }));

const had = (...all: readonly (readonly [leads: number, won: number])[]): readonly RepOutcomes[] =>
  all.map(([leads, won], i) => ({ repId: `rep ${i}`, leads, won }));

/** Reps of these true rates, after so many leads each. */
const seenAfter = (rates: readonly number[], leads: number, seed: number): readonly RepOutcomes[] => {
  const draw = streamFrom(`seen ${seed}`).next;
  return had(
    ...rates.map(
      (rate) => [leads, Array.from({ length: leads }, draw).filter((u) => u < rate).length] as const,
    ),
  );
};

describe("differences", () => {
  it("shows where reps differ, and by how much", () => {
    const rates = [0.2, 0.3, 0.4, 0.5];
    const found = told(seenAfter(rates, 2_000, 1));
    expect(found.verdict).toBe("they differ");
    // The rates lie sqrt(0.05 / 3) apart, as those of reps drawn from all there might be.
    expect(found.trueSpread).toBeCloseTo(Math.sqrt(0.05 / 3), 1);
    expect(found.reliability).toBeGreaterThan(0.98);
    expect(found.byShuffling).toBe(1 / 200);
    expect(found.byDistribution).toBeLessThan(1e-10);
  });

  it("sees differences where there are none no more often than once in twenty times", () => {
    const seen = Array.from({ length: 100 }, (_, seed) =>
      told(seenAfter([0.3, 0.3, 0.3, 0.3, 0.3], 60, seed + 1)),
    );
    const claims = seen.filter(({ verdict }) => verdict === "they differ").length;
    // 100 trials of chance 0.05 come to more than 19 once in a million.
    expect(claims).toBeLessThanOrEqual(19);
    // Both ways of asking how rare it is agree but for the draws: 199 shuffles have a deviation of at most 0.036.
    for (const { byShuffling, byDistribution } of seen)
      expect(Math.abs(byShuffling - byDistribution)).toBeLessThan(0.18);
    expect(seen.filter(({ trueSpread }) => trueSpread === 0).length).toBeGreaterThan(20);
  });

  it("has the chi-square of the table of won and lost", () => {
    const outcomes = had([40, 10], [60, 24], [100, 38]);
    const cells = outcomes.flatMap(({ leads, won }, i) => [
      ...Array.from({ length: won }, () => 2 * i),
      ...Array.from({ length: leads - won }, () => 2 * i + 1),
    ]);
    const expected = outcomes.flatMap(({ leads }) => [(leads * 72) / 200, (leads * 128) / 200]);
    const { chiSquare, degreesOfFreedom } = told(outcomes);
    const byHand = expected.reduce(
      (sum, count, cell) => sum + (cells.filter((one) => one === cell).length - count) ** 2 / count,
      0,
    );
    expect(chiSquare).toBeCloseTo(byHand, 10);
    expect(degreesOfFreedom).toBe(2);
  });

  it("is the same for any order of the reps, and whether won or lost is asked about", () => {
    const outcomes = had([40, 10], [60, 24], [100, 38]);
    const lost = outcomes.map((each) => ({ ...each, won: each.leads - each.won }));
    const { rate, ...others } = told(outcomes);
    const mirrored = told(lost);
    expect(mirrored.chiSquare).toBeCloseTo(others.chiSquare, 10);
    expect(mirrored.trueSpread).toBeCloseTo(others.trueSpread, 10);
    expect(Math.abs(mirrored.byShuffling - others.byShuffling)).toBeLessThan(0.2);
    expect(rate).toBe(72 / 200);
  });

  it("can't tell where nobody or one had leads, or all came to the same", () => {
    for (const outcomes of [
      [],
      had([0, 0]),
      had([5, 3]),
      had([5, 3], [0, 0]),
      had([5, 5], [9, 9]),
      had([5, 0], [9, 0]),
    ])
      expect(told(outcomes)).toMatchObject({
        verdict: "can't tell",
        byShuffling: 1,
        byDistribution: 1,
        trueSpread: 0,
      });
    expect(told([]).rate).toBeNull();
  });

  it("has an answer in numbers for whatever was had", () => {
    const counts = fc.array(
      fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => [Math.max(a, b), Math.min(a, b)] as const),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(counts, (all) => {
        const { verdict, rate, ...figures } = told(had(...all), 99);
        for (const figure of Object.values(figures)) expect(Number.isFinite(figure)).toBe(true);
        for (const part of [figures.byShuffling, figures.byDistribution, figures.reliability])
          expect([part >= 0, part <= 1]).toStrictEqual([true, true]);
      }),
    );
  });

  it.each([
    [{ won: 6 }, ["outcomes", 0, "won"]],
    [{ won: -1 }, ["outcomes", 0, "won"]],
    [{ won: 0.5 }, ["outcomes", 0, "won"]],
    [{ leads: Number.NaN }, ["outcomes", 0, "leads"]],
    [{ repId: "bob" }, ["outcomes", 1, "repId"]],
    [{ repId: undefined }, ["outcomes", 0, "repId"]],
  ])("says where %j is wrong", (wrong, path) => {
    const good = [
      { repId: "ann", leads: 5, won: 3 },
      { repId: "bob", leads: 5, won: 3 },
    ];
    const read = differences([{ ...good[0], ...wrong } as never, good[1] as RepOutcomes]);
    expect(read).toMatchObject({ _tag: "Left", left: [{ path }] });
  });

  it("says where there are more leads than can be dealt", () => {
    const many = [
      { repId: "ann", leads: 2 ** 52, won: 3 },
      { repId: "bob", leads: 2 ** 52, won: 5 },
    ];
    expect(differences(many)).toMatchObject({
      _tag: "Left",
      left: [{ path: ["outcomes"], message: expect.stringMatching(/at most 10000000 leads/) }],
    });
  });

  it.each([98, 100.5, 100_001, Number.NaN])("never shuffles %s times", (shuffles) => {
    expect(() => differences([], { shuffles })).toThrow(RangeError);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compensation } from "../../src/measure/compensation.js";
import { measure } from "../../src/measure/measure.js";
import type { MeasuredLead } from "../../src/measure/measuredLead.js";
import { among, anOddRun, aWholeRun } from "../support/measuredRuns.js";

/** Below it numbers lose their last digits. */
const TINY = 1e-300;

const compensationOf = (run: Iterable<MeasuredLead>) => measure(run, { owed: compensation() }).owed;

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe("compensation", () => {
  it("owes a poor region the difference to the average lead, for its share of leads", () => {
    const run = [
      among("n", "n", { value: 100 }),
      among("n", "n", { value: 100 }),
      among("ns", "n", { value: 200 }),
      among("s", "s", { value: 400 }),
    ];
    expect(compensationOf(run)).toStrictEqual({
      leads: 4,
      meanValue: 200,
      reps: [
        { repId: "n", share: 2.5, shareByValue: 300, compensation: 200 },
        { repId: "s", share: 1.5, shareByValue: 500, compensation: -200 },
      ],
    });
  });

  it("does not depend on who got which lead", () => {
    const run = (repIds: string) =>
      [...repIds].map((repId, i) => among(i < 2 ? "ab" : "abc", repId, { value: i * 10 }));
    expect(compensationOf(run("aabb"))).toStrictEqual(compensationOf(run("bbca")));
  });

  it("owes nothing where all leads are worth the same, or everybody may have all of them", () => {
    const same = [
      among("a", "a", { value: 7 }),
      among("ab", "b", { value: 7 }),
      among("abc", "a", { value: 7 }),
    ];
    const open = [1, 5, 30].map((value) => among("abc", "a", { value }));
    for (const run of [same, open])
      for (const rep of compensationOf(run).reps) expect(rep.compensation).toBeCloseTo(0, 12);
  });

  it("is empty and null, never NaN, when no lead counts", () => {
    const nothing = { leads: 0, meanValue: null, reps: [] };
    const uncounted = [among("a", undefined, { value: 1 }), among("a", "a"), among("", "a", { value: 1 })];
    expect([compensationOf([]), compensationOf(uncounted)]).toStrictEqual([nothing, nothing]);
  });

  it("adds up to zero over all reps, to the last digit where nothing is rounded", () => {
    const aRun = fc.array(fc.record({ ids: fc.constantFrom("a", "ab", "cd", "abcd"), value: fc.nat(1000) }), {
      minLength: 1,
      maxLength: 64,
    });
    fc.assert(
      fc.property(aRun, (leads) => {
        // As many leads as a power of two, and powers of two of candidates: every number is exact.
        const whole = leads.slice(0, 2 ** Math.floor(Math.log2(leads.length)));
        const { reps } = compensationOf(whole.map(({ ids, value }) => among(ids, "z", { value })));
        expect(sumOf(reps.map((rep) => rep.compensation))).toBe(0);
      }),
    );
  });

  it.each([
    { name: "whole", aRun: aWholeRun },
    { name: "odd", aRun: anOddRun },
  ])("adds up to zero but for rounding, with $name weights and values", ({ aRun }) => {
    fc.assert(
      fc.property(aRun, (run) => {
        const { leads, meanValue, reps } = compensationOf(run);
        const total = leads * (meanValue ?? 0);
        expect(Math.abs(sumOf(reps.map((rep) => rep.compensation)))).toBeLessThanOrEqual(
          1e-12 * total + TINY,
        );
        expect(Math.abs(sumOf(reps.map(({ shareByValue }) => shareByValue)) - total)).toBeLessThanOrEqual(
          1e-12 * total + TINY,
        );
        expect(sumOf(reps.map(({ share }) => share))).toBeCloseTo(leads, 10);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measure } from "../../src/measure/measure.js";
import type { MeasuredLead } from "../../src/measure/measuredLead.js";
import { type ValueOptions, valueByRep } from "../../src/measure/valueByRep.js";
import { among, aWholeRun } from "../support/measuredRuns.js";

const valuesOf = (run: Iterable<MeasuredLead>, options: ValueOptions<MeasuredLead> = {}) =>
  measure(run, { values: valueByRep(options) }).values;

describe("valueByRep", () => {
  it("sums up what everybody's leads are worth, and the commission to expect", () => {
    const run = [
      among("ab", "a", { value: 100 }),
      among("ab", "b", { value: 300 }),
      among("abc", "a"),
      among("ab", undefined, { value: 50 }),
    ];
    expect(valuesOf(run, { rate: 0.5 })).toStrictEqual({
      leads: 4,
      unvalued: 1,
      value: 400,
      commission: 200,
      reps: [
        { repId: "a", leads: 2, value: 100, commission: 50 },
        { repId: "b", leads: 1, value: 300, commission: 150 },
        { repId: "c", leads: 0, value: 0, commission: 0 },
      ],
      jain: 160_000 / (3 * 100_000),
    });
  });

  it("leaves out, as every measure does, who takes no part", () => {
    const candidates = [
      { id: "a", weight: 1 },
      { id: "b", weight: 0 },
    ];
    const { reps, jain } = valuesOf([{ candidates, repId: "a", value: 10 }]);
    expect(reps.map(({ repId }) => repId)).toStrictEqual(["a"]);
    expect(jain).toBe(1);
    expect(valuesOf([{ candidates, repId: "b", value: 10 }]).reps).toHaveLength(2);
  });

  it("is 0 and null, never NaN, when there is nothing", () => {
    expect(valuesOf([])).toStrictEqual({
      leads: 0,
      unvalued: 0,
      value: 0,
      commission: 0,
      reps: [],
      jain: null,
    });
    expect(valuesOf([among("a", "a")]).jain).toBeNull();
  });

  it("asks a rate by lead and by rep", () => {
    interface Deal extends MeasuredLead {
      readonly rate: number;
    }
    const run: readonly Deal[] = [
      { ...among("ab", "a", { value: 10 }), rate: 2 },
      { ...among("ab", "b", { value: 10 }), rate: 3 },
    ];
    const rate = ({ rate: own }: Deal, repId: string) => (repId === "b" ? own * 10 : own);
    const { values } = measure(run, { values: valueByRep<Deal>({ rate }) });
    expect(values.reps.map(({ commission }) => commission)).toStrictEqual([20, 300]);
  });

  it("refuses a literal rate that is none, and counts one that a function returns as 0", () => {
    for (const rate of [-0.1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => valueByRep({ rate })).toThrow(RangeError);
      expect(valuesOf([among("a", "a", { value: 10 })], { rate: () => rate }).commission).toBe(0);
    }
  });

  it("takes a value outside 0 to 2^53 - 1 for none", () => {
    for (const value of [-1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(valuesOf([among("a", "a", { value })])).toMatchObject({ value: 0, unvalued: 1 });
    expect(valuesOf([among("a", "a", { value: 2 ** 53 - 1 })])).toMatchObject({
      value: 2 ** 53 - 1,
      unvalued: 0,
    });
  });

  it("loses no cent in a million leads", () => {
    const million = function* () {
      for (let i = 0; i < 1_000_000; i += 1) yield among("a", "a", { value: 0.1 });
    };
    expect(valuesOf(million()).value).toBe(100_000);
  });

  it("leaves nothing out: the reps' values are the whole value", () => {
    fc.assert(
      fc.property(aWholeRun, (run) => {
        const { value, leads, reps } = valuesOf(run);
        const given = run.filter(({ repId }) => repId !== undefined);
        expect(reps.reduce((sum, rep) => sum + rep.value, 0)).toBe(value);
        expect(given.reduce((sum, lead) => sum + (lead.value ?? 0), 0)).toBe(value);
        expect(leads).toBe(run.length);
      }),
    );
  });
});

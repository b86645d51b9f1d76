import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { envy } from "../../src/measure/envy.js";
import { measure } from "../../src/measure/measure.js";
import type { MeasuredLead } from "../../src/measure/measuredLead.js";
import { among, aWholeRun } from "../support/measuredRuns.js";

const envyOf = (run: Iterable<MeasuredLead>) => measure(run, { envy: envy() }).envy;

const mayHave = ({ candidates }: MeasuredLead, repId: string): boolean =>
  candidates.some(({ id, weight }) => id === repId && weight > 0);

const worth = (leads: readonly MeasuredLead[]): number =>
  leads.reduce((sum, { value = 0 }) => sum + value, 0);

/** The definition, over all pairs and with the leads at hand. */
const byPairs = (run: readonly MeasuredLead[], repId: string, ids: readonly string[]) => {
  const had = (id: string) => run.filter((lead) => lead.repId === id);
  const own = worth(had(repId));
  const others = ids.filter((id) => id !== repId).map((id) => had(id).filter((lead) => mayHave(lead, repId)));
  const excesses = others.map((bundle) => worth(bundle) - own);
  const isEf1 = others.every((bundle) => {
    const best = Math.max(0, ...bundle.map(({ value = 0 }) => value));
    return worth(bundle) - best <= own;
  });
  return { value: own, envy: Math.max(0, ...excesses), isEf1 };
};

describe("envy", () => {
  it("compares with the leads of others that the rep could have had", () => {
    const run = [
      among("ab", "a", { value: 500 }),
      among("a", "a", { value: 9000 }),
      among("ab", "b", { value: 200 }),
    ];
    expect(envyOf(run)).toStrictEqual({
      reps: [
        { repId: "a", value: 9500, envy: 0, envied: null, isEf1: true },
        { repId: "b", value: 200, envy: 300, envied: "a", isEf1: true },
      ],
      largestEnvy: 300,
      isEf1: true,
    });
  });

  it("is more than one lead's worth where it could have been helped", () => {
    const run = [
      among("ab", "a", { value: 5 }),
      among("ab", "a", { value: 5 }),
      among("ab", "b", { value: 4 }),
    ];
    expect(envyOf(run)).toMatchObject({ largestEnvy: 6, isEf1: false });
    expect(envyOf(run).reps.map(({ isEf1 }) => isEf1)).toStrictEqual([true, false]);
  });

  it("finds the pair that is not free up to one lead beside a larger envy that is", () => {
    const run = [
      among("abz", "a", { value: 100 }),
      ...Array.from({ length: 9 }, () => among("abz", "b", { value: 10 })),
    ];
    const z = envyOf(run).reps.find(({ repId }) => repId === "z");
    expect(z).toStrictEqual({ repId: "z", value: 0, envy: 100, envied: "a", isEf1: false });
  });

  it("names the smaller id of two that are envied alike", () => {
    const run = [among("abz", "b", { value: 5 }), among("abz", "a", { value: 5 })];
    expect(envyOf(run).reps.find(({ repId }) => repId === "z")?.envied).toBe("a");
    expect(envyOf([...run].reverse()).reps.find(({ repId }) => repId === "z")?.envied).toBe("a");
  });

  it("is null, never NaN, when no lead was given to anybody", () => {
    const nothing = { reps: [], largestEnvy: null, isEf1: null };
    expect([envyOf([]), envyOf([among("ab", undefined, { value: 1 })])]).toStrictEqual([nothing, nothing]);
  });

  it("is caused by no lead without a value", () => {
    expect(envyOf([among("ab", "a"), among("ab", "a")])).toMatchObject({ largestEnvy: 0, isEf1: true });
  });

  it("agrees with the definition, whatever the run", () => {
    fc.assert(
      fc.property(aWholeRun, (run) => {
        const { reps, largestEnvy, isEf1 } = envyOf(run);
        const ids = reps.map(({ repId }) => repId);
        const wanted = ids.map((id) => byPairs(run, id, ids));
        expect(reps.map(({ repId: _, envied: __, ...rest }) => rest)).toStrictEqual(wanted);
        if (ids.length === 0) return;
        expect(largestEnvy).toBe(Math.max(...wanted.map((rep) => rep.envy)));
        expect(isEf1).toBe(wanted.every((rep) => rep.isEf1));
      }),
    );
  });

  it("is free up to one lead when everybody picks the best lead left in turn", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100), { maxLength: 30 }), fc.integer({ min: 1, max: 6 }), (values, n) => {
        const ids = "abcdef".slice(0, n);
        const run = [...values].sort((a, b) => b - a).map((value, i) => among(ids, ids[i % n], { value }));
        expect(envyOf(run).isEf1 ?? true).toBe(true);
      }),
    );
  });
});

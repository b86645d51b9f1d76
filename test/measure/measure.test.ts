import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { compensation } from "../../src/measure/compensation.js";
import { envy } from "../../src/measure/envy.js";
import { type Fairness, fairness } from "../../src/measure/fairness.js";
import { fairnessOf } from "../../src/measure/fairnessOf.js";
import { firstLead } from "../../src/measure/firstLead.js";
import { type Measure, measure } from "../../src/measure/measure.js";
import { measureAsync } from "../../src/measure/measureAsync.js";
import type { MeasuredLead } from "../../src/measure/measuredLead.js";
import { valueByRep } from "../../src/measure/valueByRep.js";
import { among, anOddRun, aWholeRun } from "../support/measuredRuns.js";

const measures: Readonly<Record<string, Measure<MeasuredLead, unknown>>> = {
  fairness: fairness(),
  firstLead: firstLead(),
  valueByRep: valueByRep({ rate: 0.1 }),
  envy: envy(),
  compensation: compensation(),
};

const over = <Item, Result>(of: Measure<Item, Result>, items: readonly Item[]): Result =>
  measure(items, { of }).of;

/** Every number that a result holds, however deep. */
const numbersIn = (value: unknown): readonly number[] => {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
};

const shuffled = (run: readonly MeasuredLead[]): readonly MeasuredLead[] =>
  run.map(({ candidates, ...lead }) => ({ ...lead, candidates: [...candidates].reverse() }));

describe.each(Object.entries(measures))("the measure %s", (_name, of) => {
  it("may be asked after every lead, and what it said stays as it was", () => {
    fc.assert(
      fc.property(aWholeRun, (run) => {
        const tally = of.open();
        const said = run.map((lead) => {
          tally.add(lead);
          return tally.result();
        });
        said.forEach((result, i) => {
          expect(result).toStrictEqual(over(of, run.slice(0, i + 1)));
        });
      }),
      { numRuns: 30 },
    );
  });

  it("counts each run by itself", () => {
    const run = [among("ab", "a", { value: 5, atMs: 1 }), among("b", "b", { value: 3, atMs: 2 })];
    expect(over(of, run)).toStrictEqual(over(of, run));
  });

  it("never says NaN nor anything without end, whatever the weights, values and times", () => {
    fc.assert(
      fc.property(anOddRun, (run) => {
        for (const number of numbersIn(over(of, run))) expect(Number.isFinite(number)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("does not depend on the order of the candidates, but for rounding", () => {
    fc.assert(
      fc.property(aWholeRun, (run) => {
        const [one, other] = [over(of, run), over(of, shuffled(run))];
        const numbers = numbersIn(other);
        numbersIn(one).forEach((number, i) => {
          expect(numbers[i]).toBeCloseTo(number, 8);
        });
        const rough = (result: unknown): string =>
          JSON.stringify(result, (_key, part) => (typeof part === "number" ? 0 : part));
        expect(rough(other)).toBe(rough(one));
      }),
    );
  });
});

describe("measure", () => {
  it("takes several measures in one pass, each by its own name", () => {
    let read = 0;
    function* run() {
      for (const lead of [among("ab", "a", { value: 1 }), among("ab", "b", { value: 2 })]) {
        read += 1;
        yield lead;
      }
    }
    const results = measure(run(), { fair: fairness(), money: valueByRep() });
    expectTypeOf(results.fair).toEqualTypeOf<Fairness>();
    expect(read).toBe(2);
    expect(results.fair).toStrictEqual(fairnessOf(run()));
    expect(results.money.value).toBe(3);
    expect(Object.keys(results)).toStrictEqual(["fair", "money"]);
  });

  it("takes one of your own, of any item and under any name", () => {
    const length: Measure<string, number> = {
      open: () => {
        let sum = 0;
        return {
          add: (text) => {
            sum += text.length;
          },
          result: () => sum,
        };
      },
    };
    const results = measure(["a", "bcd"], { length, ["__proto__"]: length });
    expect([results.length, Object.entries(results)]).toStrictEqual([
      4,
      [
        ["length", 4],
        ["__proto__", 4],
      ],
    ]);
  });

  it("takes no measure at all", () => {
    expect(measure([1, 2], {})).toStrictEqual({});
  });
});

describe("measureAsync", () => {
  it("comes to the same as measure, over a cursor and over a list", async () => {
    const run = [among("ab", "a", { value: 1 }), among("ab", "b", { value: 2 }), among("b", "b")];
    async function* cursor() {
      for (const lead of run) yield await Promise.resolve(lead);
    }
    const wanted = measure(run, measures);
    expect(await measureAsync(cursor(), measures)).toStrictEqual(wanted);
    expect(await measureAsync(run, measures)).toStrictEqual(wanted);
  });

  it("rejects with what reading throws", async () => {
    const broken: AsyncIterable<MeasuredLead> = {
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error("the line is dead")) }),
    };
    await expect(measureAsync(broken, measures)).rejects.toThrow("the line is dead");
  });
});

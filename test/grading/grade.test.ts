import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  authority,
  budget,
  type Criterion,
  type CriterionOptions,
  engagement,
  type GradeOptions,
  grade,
  type Lead,
  needs,
  ownCriterion,
  timeline,
} from "../../src/index.js";

const day = 86_400_000;
const lead: Lead = { id: "l1", receivedAtMs: 100 * day };

const partOf = (criterion: Criterion, fields: Partial<Lead>, nowMs?: number) =>
  grade([criterion])({ ...lead, ...fields }, nowMs).parts[0];

describe("grade", () => {
  const gradeOf = grade([
    budget({ atLeast: [[10_000, 20]] }),
    authority({ words: { decides: 20 } }),
    ownCriterion("local", 1, ({ region }) => (region === undefined ? undefined : 10), { most: 10 }),
  ]);

  it("adds up points to a score of a hundred, rounded down, with each part in sight", () => {
    expect(gradeOf({ ...lead, attributes: { budget: 10_000, authority: "asks" } })).toStrictEqual({
      score: 40,
      grade: "warm",
      parts: [
        { name: "budget", points: 20, of: 20, isKnown: true, says: "is 10000, at least 10000" },
        { name: "authority", points: 0, of: 20, isKnown: true, says: 'is "asks", which counts for nothing' },
        { name: "local", points: 0, of: 10, isKnown: false, says: "is not known" },
      ],
    });
    const third = grade([
      budget({
        atLeast: [
          [1, 1],
          [2, 3],
        ],
      }),
    ]);
    expect(third({ ...lead, attributes: { budget: 1 } }).score).toBe(33);
  });

  it("is cold, warm and hot from 0, 40 and 70 on, or as told", () => {
    const byBudget = (options: GradeOptions) => {
      const steps = Array.from({ length: 101 }, (_, points) => [points, points] as const);
      const of = grade([budget({ atLeast: steps })], options);
      return [0, 39, 40, 69, 70, 100].map((points) => of({ ...lead, attributes: { budget: points } }).grade);
    };
    expect(byBudget({})).toStrictEqual(["cold", "cold", "warm", "warm", "hot", "hot"]);
    expect(byBudget({ hotFrom: 40, warmFrom: 39 })).toStrictEqual([
      "cold",
      "warm",
      "hot",
      "hot",
      "hot",
      "hot",
    ]);
    expect(byBudget({ hotFrom: 10 })).toStrictEqual(["cold", "hot", "hot", "hot", "hot", "hot"]);
  });

  it.each([
    [undefined, 50, 0, 20],
    [15, 87, 15, 20],
    ["leftOut", 100, 0, 0],
  ] as const)("counts what is not known as told: %s", (whenUnknown, score, points, of) => {
    const options = { words: { decides: 20 }, ...(whenUnknown === undefined ? {} : { whenUnknown }) };
    const graded = grade([budget({ atLeast: [[1, 20]] }), authority(options)])({
      ...lead,
      attributes: { budget: 1 },
    });
    expect(graded.score).toBe(score);
    expect(graded.parts[1]).toStrictEqual({
      name: "authority",
      points,
      of,
      isKnown: false,
      says: "is not known (authority)",
    });
  });

  it("is 100 for all points that may be had, and whole where the parts of points make it so", () => {
    const scoreOf = (points: number, most: number) =>
      grade([ownCriterion("own", 1, () => points, { most })])(lead).score;
    expect([0.17, 0.34, 1.37, 5.23, 1e-320].map((most) => scoreOf(most, most))).toStrictEqual(
      Array(5).fill(100),
    );
    expect([0.29, 0.57, 0.58, 0.699].map((points) => scoreOf(points, 1))).toStrictEqual([29, 57, 58, 69]);
    const thousand = Array.from({ length: 1_000 }, (_, i) =>
      ownCriterion(`own ${i}`, 1, () => 999_999 + Number(i > 0), { most: 1_000_000 }),
    );
    expect(grade(thousand)(lead).score).toBe(99);
  });

  it("names a criterion that throws, and one made by hand that gives no points", () => {
    const own = (of: () => unknown) => ({ name: "mine", literals: null, most: 5, whenUnknown: 0, of });
    const failing = () => {
      throw new Error("no weights");
    };
    expect(() => grade([ownCriterion("mine", 1, failing, { most: 5 })])(lead)).toThrow(
      new TypeError('the criterion "mine" threw Error: no weights'),
    );
    const hostile = {
      ...lead,
      attributes: {
        get budget() {
          return failing();
        },
      },
    };
    expect(() => grade([budget({ atLeast: [[1, 1]] })])(hostile)).toThrow(
      new TypeError('the criterion "budget" threw Error: no weights'),
    );
    for (const points of [Number.NaN, 9, -1, "3"])
      expect(() => grade([own(() => ({ points, says: "is mine" })) as Criterion])(lead)).toThrow(
        new TypeError(`the criterion "mine" gave ${points}, which is no number from 0 to 5`),
      );
    expect(() => grade([{ ...own(failing), most: Number.POSITIVE_INFINITY } as Criterion])).toThrow(
      /^grade: /,
    );
    expect(() => grade([{ ...own(failing), whenUnknown: 6 } as Criterion])).toThrow(/^grade: /);
  });

  it("reads any number of steps, and a lead without attributes", () => {
    const gradeOf = grade([
      budget({ atLeast: Array.from({ length: 150_000 }, (_, i) => [i, i % 5] as const) }),
    ]);
    expect(gradeOf({ ...lead, attributes: { budget: 9 } }).score).toBe(100);
    expect(gradeOf({ ...lead, attributes: null as never }).score).toBe(0);
  });

  it("scores 0 where nothing is known and all is left out", () => {
    const gradeOf = grade([authority({ words: { decides: 20 }, whenUnknown: "leftOut" })]);
    expect(gradeOf(lead)).toMatchObject({ score: 0, grade: "cold" });
  });

  it("takes points away from nobody for more, and has an answer for whatever stands in a lead", () => {
    const criteria = [
      needs({ words: { crm: 7, "": 1, __proto__: 3 } }),
      budget({
        atLeast: [
          [0, 3],
          [10, 9],
          [5, 1],
        ],
      }),
      timeline({ aheadMs: [[day, 11]], whenUnknown: 4 }),
      engagement({
        agoMs: [
          [day, 5],
          [9, 13],
        ],
        whenUnknown: "leftOut",
      }),
    ];
    const gradeOf = grade(criteria);
    const anything = fc.dictionary(
      fc.constantFrom("needs", "budget", "timeline", "engagement"),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(anything, fc.integer(), (attributes, nowMs) => {
        const asJson = JSON.parse(JSON.stringify(attributes));
        const { score, parts } = gradeOf({ ...lead, attributes: asJson }, nowMs);
        expect(Number.isSafeInteger(score) && score >= 0 && score <= 100).toBe(true);
        expect(parts.map(({ name }) => name)).toStrictEqual(criteria.map(({ name }) => name));
        for (const { points, of, says } of parts) {
          expect(points >= 0 && points <= of).toBe(true);
          expect(says).toMatch(/^is /);
        }
        const richer = gradeOf({ ...lead, attributes: { ...asJson, needs: "crm" } }, nowMs);
        expect(richer.score).toBeGreaterThanOrEqual(score);
      }),
      { numRuns: 200 },
    );
  });

  it("tells apart by its literals whatever gives other grades", () => {
    const all = [
      grade([budget({ atLeast: [[1, 1]] })]),
      grade([budget({ atLeast: [[2, 1]] })]),
      grade([budget({ atLeast: [[1, 2]] })]),
      grade([budget({ aheadMs: [[1, 1]] })]),
      grade([budget({ agoMs: [[1, 1]] })]),
      grade([budget({ atLeast: [[1, 1]], from: "value" })]),
      grade([budget({ atLeast: [[1, 1]], whenUnknown: 1 })]),
      grade([budget({ words: { a: 1 } })]),
      grade([authority({ words: { a: 1 } })]),
      grade([budget({ atLeast: [[1, 1]] })], { hotFrom: 80 }),
      grade([ownCriterion("own", 1, () => 1, { most: 1 })]),
      grade([ownCriterion("own", 2, () => 1, { most: 1 })]),
    ];
    expect(new Set(all.map(({ literals }) => JSON.stringify(literals))).size).toBe(all.length);
    const [one, other] = [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ].map((words) => grade([needs({ words })]).literals);
    expect(one).toStrictEqual(other);
  });

  it.each<[string, unknown, GradeOptions?]>([
    ["no criteria", []],
    ["no list", budget({ atLeast: [[1, 1]] })],
    ["what is no criterion", [budget]],
    ["two of one name", [budget({ atLeast: [[1, 1]] }), budget({ atLeast: [[2, 1]] })]],
    ["warm above hot", [budget({ atLeast: [[1, 1]] })], { warmFrom: 80, hotFrom: 70 }],
    ["everything warm", [budget({ atLeast: [[1, 1]] })], { warmFrom: 0 }],
    ["hot above all", [budget({ atLeast: [[1, 1]] })], { hotFrom: 101 }],
    ["hot that is no number", [budget({ atLeast: [[1, 1]] })], { hotFrom: Number.NaN }],
    ["hot that is a text", [budget({ atLeast: [[1, 1]] })], { hotFrom: "70" as never }],
    ["a list with a hole", Object.assign(Array(1), { 1: budget({ atLeast: [[1, 1]] }) })],
  ])("refuses %s", (_, criteria, options) => {
    expect(() => grade(criteria as readonly Criterion[], options)).toThrow(/^grade: /);
  });
});

describe("a criterion", () => {
  it("takes the step of the most points that is met, in whatever order they stand", () => {
    const of = (budgetOf: number) =>
      partOf(
        budget({
          atLeast: [
            [50, 20],
            [10, 30],
            [0, 5],
          ],
        }),
        { attributes: { budget: budgetOf } },
      );
    expect([60, 50, 10, 9, -1].map((each) => of(each)?.points)).toStrictEqual([30, 30, 30, 5, 0]);
    expect(of(-1)?.says).toBe("is -1, below all that is asked");
    const level = budget({
      atLeast: [
        [1, 10],
        [5, 10],
      ],
    });
    expect(partOf(level, { attributes: { budget: 6 } })?.says).toBe("is 6, at least 1");
  });

  it("reads an attribute first, then the lead's own field, and nothing from the prototype", () => {
    const byValue = budget({ from: "value", atLeast: [[10, 1]] });
    expect(partOf(byValue, { value: 10 })?.points).toBe(1);
    expect(partOf(byValue, { value: 10, attributes: { value: 3 } })?.points).toBe(0);
    for (const from of ["__proto__", "constructor", "toString"])
      expect(partOf(budget({ from, atLeast: [[0, 1]] }), { attributes: {} })?.says).toBe(
        `is not known (${from})`,
      );
    const hostile = JSON.parse('{"__proto__":7}');
    expect(partOf(budget({ from: "__proto__", atLeast: [[7, 1]] }), { attributes: hostile })?.points).toBe(1);
  });

  it("reads a text, the best of a list, and the names in a record", () => {
    const of = needs({ words: { crm: 30, support: 10 } });
    expect(partOf(of, { needs: { support: 1, crm: 2 } })?.points).toBe(30);
    expect(partOf(of, { attributes: { needs: ["other", "support", 7] } })?.says).toBe('is "support"');
    expect(partOf(of, { attributes: { needs: "crm" } })?.points).toBe(30);
    expect(partOf(of, { attributes: { needs: [] } })).toMatchObject({ isKnown: false });
    expect(partOf(of, { attributes: { needs: 3 } })?.says).toBe("is not known: what stands there is no text");
    expect(partOf(of, { attributes: { needs: ["toString"] } })?.points).toBe(0);
  });

  it("measures moments from now, to come or past, and has those on the other side count as now", () => {
    const soon = timeline({
      from: "decidesAtMs",
      aheadMs: [
        [30 * day, 10],
        [day, 20],
      ],
    });
    const at = (decidesAtMs: number) => partOf(soon, { attributes: { decidesAtMs } });
    expect([9, 99, 101, 102, 130, 131].map((days) => at(days * day)?.points)).toStrictEqual([
      20, 20, 20, 10, 10, 0,
    ]);
    expect(at(131 * day)?.says).toBe("is 31.0 days ahead, further than is asked");
    const seen = engagement({ from: "seenAtMs", agoMs: [[day, 20]] });
    const ago = (seenAtMs: number, nowMs?: number) =>
      partOf(seen, { attributes: { seenAtMs } }, nowMs)?.points;
    expect([ago(101 * day), ago(99 * day), ago(98 * day), ago(98 * day, 99 * day)]).toStrictEqual([
      20, 20, 0, 20,
    ]);
  });

  it.each<[string, unknown]>([
    ["nothing to read", {}],
    ["two ways to read", { words: { a: 1 }, atLeast: [[1, 1]] }],
    ["points for nothing", { words: { a: 0 } }],
    ["no steps", { atLeast: [] }],
    ["points below 0", { atLeast: [[1, -1]] }],
    ["parts of points", { words: { a: 0.5 } }],
    ["a threshold that is no number", { agoMs: [["1", 1]] }],
    ["a step without points", { aheadMs: [[1]] }],
    ["points for the unknown that are a text", { atLeast: [[1, 5]], whenUnknown: "3" }],
    ["words that are none", { words: ["a"] }],
    ["an attribute without a name", { from: "", words: { a: 1 } }],
    ["more for the unknown than for all else", { words: { a: 1 }, whenUnknown: 2 }],
    ["an unknown answer to the unknown", { words: { a: 1 }, whenUnknown: "skip" }],
  ])("refuses %s, by its name", (_, options) => {
    expect(() => budget(options as CriterionOptions)).toThrow(/^budget: /);
    expect(() => budget(options as CriterionOptions)).toThrow(RangeError);
  });
});

describe("ownCriterion", () => {
  it("never gives -0, which JSON does not keep", () => {
    const { parts } = grade([ownCriterion("visits", 1, () => -0, { most: 5 })])(lead);
    expect(parts.map(({ points }) => points)).toStrictEqual([0]);
  });

  it("gives your points, or says that it can't tell", () => {
    const own = ownCriterion("visits", 1, ({ score }) => score && score * 5, { most: 5, whenUnknown: 2 });
    expect(partOf(own, { score: 0.5 })).toStrictEqual({
      name: "visits",
      points: 2.5,
      of: 5,
      isKnown: true,
      says: "is worth 2.5 of 5 points",
    });
    expect(partOf(own, {})).toMatchObject({ points: 2, isKnown: false });
  });

  it.each([[-1], [6], [Number.NaN], ["3"], [null], [Promise.resolve(1)]])(
    "blames a rule that gives %s",
    (given) => {
      const own = ownCriterion("visits", 1, () => given as number, { most: 5 });
      expect(() => grade([own])(lead)).toThrow(TypeError);
      expect(() => grade([own])(lead)).toThrow(
        /^the criterion "visits" gave .*, which is no number from 0 to 5$/,
      );
    },
  );

  it("refuses what has no name, no version, no rule or no points", () => {
    const made =
      (...given: readonly unknown[]) =>
      () =>
        ownCriterion(...(given as Parameters<typeof ownCriterion>));
    const rule = () => 1;
    for (const broken of [
      made("", 1, rule, { most: 1 }),
      made("a", undefined, rule, { most: 1 }),
      made("a", 1, 1, { most: 1 }),
      made("a", 1, rule),
      made("a", 1, rule, { most: 0 }),
      made("a", 1, rule, { most: Number.POSITIVE_INFINITY }),
      made("a", 1, rule, { most: 1, whenUnknown: 2 }),
    ])
      expect(broken).toThrow(/^ownCriterion: /);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assign,
  branch,
  budget,
  compose,
  emptyState,
  grade,
  pool,
  type Qualification,
  type QualifiedOptions,
  qualified,
  rotation,
  unwrap,
} from "../../src/index.js";

const steps = Array.from({ length: 101 }, (_, points) => [points, points] as const);
const gradeOf = grade([budget({ from: "value", atLeast: steps })]);

const asked = (options: Partial<QualifiedOptions>, value: number, nowMs = 5): Qualification =>
  qualified({ gradeOf, giveFrom: 50, ...options })({ id: "l1", receivedAtMs: 0, value }, nowMs);

const reachable = { name: "reachable", version: 1, when: () => false };

describe("qualified", () => {
  it.each([
    [50, "give", "scores 50, and 50 is asked to be given"],
    [49, "nurture", "scores 49, and 50 is asked to be given"],
    [20, "nurture", "scores 20, and 50 is asked to be given"],
    [19, "discard", "scores 19, and 20 is asked to be nurtured"],
  ])("goes by the score: %i", (value, verdict, reason) => {
    expect(asked({ nurtureFrom: 20 }, value)).toMatchObject({ verdict, reason, graded: { score: value } });
  });

  it("discards nothing by its score unless told to", () => {
    expect(asked({}, 0).verdict).toBe("nurture");
  });

  it("asks first what must be met: the first that is not decides, whatever the score", () => {
    const consent = { ...reachable, name: "consent", otherwise: "nurture" } as const;
    expect(asked({ must: [reachable, consent] }, 100)).toMatchObject({
      verdict: "discard",
      reason: 'does not meet "reachable"',
      graded: { score: 100, grade: "hot" },
    });
    expect(asked({ must: [consent, reachable] }, 0)).toMatchObject({
      verdict: "nurture",
      reason: 'does not meet "consent"',
    });
    expect(asked({ must: [{ ...reachable, when: () => true }] }, 100).verdict).toBe("give");
  });

  it("asks at the moment that it is told, or else the lead's own", () => {
    const late = { name: "late", version: 1, when: (_: unknown, nowMs: number) => nowMs > 5 };
    const qualify = qualified({ gradeOf, giveFrom: 0, must: [late] });
    const verdicts = [undefined, 6].map((nowMs) => qualify({ id: "l1", receivedAtMs: 5 }, nowMs).verdict);
    expect(verdicts).toStrictEqual(["discard", "give"]);
  });

  it("is never worse for a larger score", () => {
    const order = ["discard", "nurture", "give"];
    const score = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(score, score, score, score, (a, b, one, other) => {
        const bounds = { giveFrom: Math.max(a, b), nurtureFrom: Math.min(a, b) };
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const [worse, better] = [low, high].map((value) => order.indexOf(asked(bounds, value).verdict));
        expect(worse).toBeLessThanOrEqual(better ?? -1);
      }),
    );
  });

  it("blames a requirement that answers neither true nor false", () => {
    const broken = { ...reachable, when: () => Promise.resolve(true) as unknown as boolean };
    expect(() => asked({ must: [broken] }, 1)).toThrow(
      new TypeError('the requirement "reachable" answered neither true nor false'),
    );
  });

  it("blames a requirement that throws, and a grading that gives no score", () => {
    const failing = () => {
      throw new Error("no phone");
    };
    expect(() => asked({ must: [{ ...reachable, when: failing }] }, 1)).toThrow(
      new TypeError('the requirement "reachable" threw Error: no phone'),
    );
    for (const score of [Number.NaN, 101, "50", undefined]) {
      const scored = Object.assign(() => ({ score, grade: "cold", parts: [] }), { literals: null });
      expect(() => asked({ gradeOf: scored as never }, 1)).toThrow(
        expect.objectContaining({
          message: expect.stringMatching(/^the grading gave .*, which is no number from 0 to 100$/),
        }),
      );
    }
  });

  it("sends leads on their ways in a branch, and the branch blames what fails", () => {
    const qualify = qualified({ gradeOf, giveFrom: 50 });
    const parts = { filters: [], selector: rotation() };
    const desk = compose({ ...parts, ledger: "desk", delivery: assign() });
    const later = compose({ ...parts, ledger: "later", delivery: pool() });
    const strategyOf = (isGiven: typeof qualify) =>
      branch({
        cases: [
          {
            name: "given",
            version: 1,
            when: ({ lead, nowMs }) => isGiven(lead, nowMs).verdict === "give",
            strategy: desk,
          },
        ],
        otherwise: { name: "later", strategy: later },
      });
    const decide = (value: number, isGiven = qualify) =>
      strategyOf(isGiven)(
        { id: "l1", receivedAtMs: 0, value },
        { reps: [{ id: "ann" }] },
        emptyState({ seed: "s" }),
      );
    expect([80, 20].map((value) => unwrap(decide(value)).decision.status)).toStrictEqual([
      "assigned",
      "pooled",
    ]);
    const broken = qualified({
      gradeOf,
      giveFrom: 0,
      must: [{ ...reachable, when: () => "no" as unknown as boolean }],
    });
    expect(decide(1, broken)).toMatchObject({
      left: [
        {
          path: ["strategy", "branch", "given"],
          message: 'TypeError: the requirement "reachable" answered neither true nor false',
        },
      ],
    });
  });

  it("tells apart by its literals whatever gives other verdicts", () => {
    const all: readonly QualifiedOptions[] = [
      { gradeOf, giveFrom: 50 },
      { gradeOf, giveFrom: 51 },
      { gradeOf, giveFrom: 50, nurtureFrom: 1 },
      { gradeOf, giveFrom: 50, must: [reachable] },
      { gradeOf, giveFrom: 50, must: [{ ...reachable, version: 2 }] },
      { gradeOf, giveFrom: 50, must: [{ ...reachable, otherwise: "nurture" }] },
      { gradeOf: grade([budget({ atLeast: steps })]), giveFrom: 50 },
    ];
    const literals = all.map((options) => JSON.stringify(qualified(options).literals));
    expect(new Set(literals).size).toBe(all.length);
  });

  it.each<[string, unknown]>([
    ["no grading", { giveFrom: 1 }],
    ["a function that is no grading", { gradeOf: () => 1, giveFrom: 1 }],
    ["no score", { gradeOf }],
    ["more for nurturing than for giving", { gradeOf, giveFrom: 1, nurtureFrom: 2 }],
    ["a score that nobody reaches", { gradeOf, giveFrom: 101 }],
    ["a requirement without a name", { gradeOf, giveFrom: 1, must: [{ ...reachable, name: "" }] }],
    [
      "a requirement without a version",
      { gradeOf, giveFrom: 1, must: [{ ...reachable, version: undefined }] },
    ],
    ["a requirement without a condition", { gradeOf, giveFrom: 1, must: [{ ...reachable, when: true }] }],
    ["another way out", { gradeOf, giveFrom: 1, must: [{ ...reachable, otherwise: "give" }] }],
    ["two of one name", { gradeOf, giveFrom: 1, must: [reachable, reachable] }],
    ["nothing", undefined],
  ])("refuses %s", (_, options) => {
    expect(() => qualified(options as QualifiedOptions)).toThrow(/^qualified: /);
  });
});

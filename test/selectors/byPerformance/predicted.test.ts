import { describe, expect, it } from "vitest";
import { type PredictedOptions, predicted } from "../../../src/index.js";
import { explained, orderOf, problemOf } from "../../support/ordered.js";

const model = (of: PredictedOptions["of"]): PredictedOptions => ({ name: "forest", version: "3", of });

const reps = [
  { id: "ann", attributes: { chance: 0.2 } },
  { id: "bob", attributes: { chance: 0.7 } },
  { id: "cyd", attributes: { chance: 0.2 } },
  { id: "dee", attributes: { chance: 1 }, weight: 0 },
];

const byChance = predicted(model(({ rep }) => rep.attributes?.["chance"] as number));

describe("predicted", () => {
  it("has the likeliest first, then the smaller id, and whoever takes no turns nowhere", () => {
    expect(orderOf(byChance, reps)).toStrictEqual(["bob", "ann", "cyd"]);
  });

  it("is told of the lead, of the rep and what it holds, and of the moment", () => {
    const seen: unknown[] = [];
    const watching = predicted(
      model(({ lead, rep, standing, nowMs }) => {
        seen.push([lead.value, rep.id, standing.openLeads, nowMs]);
        return 0.5;
      }),
    );
    orderOf(watching, [{ id: "ann", openLeads: 4 }], { value: 9, receivedAtMs: 7 });
    expect(seen[0]).toStrictEqual([9, "ann", 4, 7]);
  });

  it("says what was predicted", () => {
    const [first] = explained(byChance, reps).candidates;
    expect(first?.merit).toMatchObject({ score: 0.7, share: 1, says: "is predicted to win 70.0 %" });
  });

  it.each([-0.1, 1.1, Number.NaN, Number.POSITIVE_INFINITY, "0.5", null, undefined])(
    "blames a model that gives %s by name, with the rep",
    (given) => {
      expect(problemOf(predicted(model(() => given as number)))).toBe(
        `strategy.selector.predicted: TypeError: the model "forest" gave "ann" ${given}, which is no number from 0 to 1`,
      );
    },
  );

  it("tells what a model throws as a problem that names the selector, the model and the rep", () => {
    const broken = predicted(
      model(() => {
        throw new Error("no weights");
      }),
    );
    expect(problemOf(broken)).toBe(
      'strategy.selector.predicted: TypeError: the model "forest", asked about "ann", threw Error: no weights',
    );
  });

  it("is another strategy with another name or version", () => {
    const literals = (name: string, version: number) => predicted({ name, version, of: () => 0 }).literals;
    expect(
      new Set([literals("a", 1), literals("a", 2), literals("b", 1)].map((each) => JSON.stringify(each)))
        .size,
    ).toBe(3);
  });

  it.each([
    undefined,
    {},
    { name: "", version: 1, of: () => 0 },
    { name: "a", version: Number.NaN, of: () => 0 },
    { name: "a", version: 1 },
  ])("refuses %j", (options) => {
    expect(() => predicted(options as never)).toThrow(RangeError);
  });
});

import { describe, expect, it } from "vitest";
import { all, compose, direct, emptyState, firstOf, holderOf, rotation, unwrap } from "../../../src/index.js";
import { dealOne, deskLedger, deskOf } from "../../support/desk.js";
import { explained, orderOf, problemOf } from "../../support/ordered.js";

const three = [{ id: "ann" }, { id: "bob" }, { id: "cyd" }];

describe("direct", () => {
  it("gives the lead to its owner, and nobody else a turn", () => {
    expect(orderOf(direct(), three, { ownerId: "bob" })).toStrictEqual(["bob"]);
    expect(orderOf(direct(), three, { ownerId: "BOB" })).toStrictEqual([]);
    expect(orderOf(direct(), three)).toStrictEqual([]);
  });

  it("leaves the lead to the next alternative where the owner is not there", () => {
    const of = (selector: typeof rotation) => compose({ ledger: "desk", filters: [], selector: selector() });
    const strategy = firstOf([
      { name: "own", strategy: of(direct) },
      { name: "rest", strategy: of(rotation) },
    ]);
    const lead = { id: "l1", receivedAtMs: 0, ownerId: "gone" };
    expect(holderOf(unwrap(strategy(lead, { reps: three }, emptyState({ seed: "s" }))).decision)).toBe("ann");
  });

  it("asks those whom a rule names in the order in which it names them, each once", () => {
    const rule = direct("by source", 1, ({ lead, nowMs }) =>
      lead.source === "fair" && nowMs === 0 ? ["cyd", "gone", "ann", "cyd"] : [],
    );
    expect(orderOf(rule, three, { source: "fair" })).toStrictEqual(["cyd", "ann"]);
    expect(orderOf(rule, three, { source: "fair", receivedAtMs: 1 })).toStrictEqual([]);
    expect(
      orderOf(
        direct("one", 1, () => "bob"),
        three,
      ),
    ).toStrictEqual(["bob"]);
    expect(
      orderOf(
        direct("nobody", 1, () => undefined),
        three,
      ),
    ).toStrictEqual([]);
  });

  it.each(["", "__proto__", "constructor"])("knows a rep of the id %j by it", (id) => {
    expect(orderOf(direct(), [{ id: "ann" }, { id }], { ownerId: id })).toStrictEqual([id]);
    expect(
      orderOf(
        direct("no such", 1, () => "toString"),
        [{ id: "ann" }, { id }],
      ),
    ).toStrictEqual([]);
  });

  it("leaves out the named of weight 0", () => {
    expect(orderOf(direct(), [{ id: "ann", weight: 0 }], { ownerId: "ann" })).toStrictEqual([]);
  });

  it("books nothing, and says that the whole lead was the taker's", () => {
    const strategy = deskOf(direct());
    const before = emptyState({ seed: "s" });
    const lead = { id: "l1", receivedAtMs: 0, ownerId: "bob" };
    const { decision, state } = unwrap(strategy(lead, { reps: three }, before));
    expect(decision).toMatchObject({ status: "assigned", share: 1, price: 0 });
    expect(deskLedger(state)).toMatchObject({ outside: 0, columns: [], totals: [] });
    expect(dealOne(strategy, { reps: three }, before, 1).state).toBe(before);
  });

  it("says why in plain words", () => {
    const says = (selector: ReturnType<typeof direct>) =>
      explained(selector, three, { ownerId: "bob" }).candidates.map(({ merit }) => merit?.says);
    expect(says(direct())).toStrictEqual(["owns the account"]);
    expect(says(direct("vips", 1, () => ["cyd", "ann"]))).toStrictEqual([
      'is number 1 of those whom the rule "vips" names',
      'is number 2 of those whom the rule "vips" names',
    ]);
  });

  it.each([
    ["a number", 7, "gave 7"],
    ["null", null, "gave null"],
    ["a promise", Promise.resolve("ann"), "gave [object Promise]"],
    ["a list of other things", ["ann", 7], "gave ann,7"],
  ])("is a problem with a name when a rule gives %s", (_, given, what) => {
    const text = problemOf(direct("vips", 1, () => given as never));
    expect(text).toBe(
      `strategy.selector.direct: TypeError: the rule "vips" ${what}, which names nobody by id`,
    );
  });

  it("is a problem with a name when a rule throws", () => {
    const thrown = direct("vips", 1, () => {
      throw new Error("no list");
    });
    expect(problemOf(thrown)).toBe("strategy.selector.direct: Error: no list");
  });

  it("stands in the fingerprint by name and version", () => {
    const rule = () => "ann";
    const prints = [direct(), direct("a", 1, rule), direct("a", 2, rule), direct("b", 1, rule), all()];
    expect(new Set(prints.map((each) => deskOf(each).fingerprint)).size).toBe(5);
    expect(deskOf(direct("a", 1, rule)).fingerprint).toBe(deskOf(direct("a", 1, () => "bob")).fingerprint);
  });

  it("refuses a rule without a name, a version or a function", () => {
    const needs = new RangeError("direct: needs a name, a version and a rule");
    for (const given of [["", 1, () => "a"], ["a", Number.NaN, () => "a"], ["a", 1], ["a"], [undefined, 1]])
      expect(() => direct(...(given as unknown as Parameters<typeof direct>))).toThrow(needs);
  });
});

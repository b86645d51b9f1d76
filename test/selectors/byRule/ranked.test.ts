import { describe, expect, it } from "vitest";
import { capacity, compose, emptyState, holderOf, ranked, unwrap } from "../../../src/index.js";
import { deskOf } from "../../support/desk.js";
import { explained, orderOf } from "../../support/ordered.js";
import { asked, no, offering, storyOf } from "../../support/story.js";

const three = [{ id: "cyd" }, { id: "ann" }, { id: "bob" }];

describe("ranked", () => {
  it("keeps to the list, passes over who is not there, and has all others behind it by id", () => {
    expect(orderOf(ranked(["cyd", "gone"]), three)).toStrictEqual(["cyd", "ann", "bob"]);
    expect(orderOf(ranked([]), three)).toStrictEqual(["ann", "bob", "cyd"]);
  });

  it("leaves the others out where it is told so", () => {
    expect(orderOf(ranked(["cyd", "ann"], { others: "noTurn" }), three)).toStrictEqual(["cyd", "ann"]);
    expect(orderOf(ranked([], { others: "noTurn" }), three)).toStrictEqual([]);
  });

  it("falls to the next of the list when the first are full", () => {
    const strategy = compose({ ledger: "desk", filters: [capacity()], selector: ranked(["bob", "cyd"]) });
    const roster = { reps: three.map((rep) => ({ ...rep, capacity: 1 })) };
    let state = emptyState({ seed: "s" });
    const takers = ["l1", "l2", "l3", "l4"].map((id) => {
      const outcome = unwrap(strategy({ id, receivedAtMs: 0 }, roster, state));
      state = outcome.state;
      return holderOf(outcome.decision);
    });
    expect(takers).toStrictEqual(["bob", "cyd", "ann", undefined]);
  });

  it("offers along the list", () => {
    const first = storyOf(offering({ selector: ranked(["cyd", "ann"]) }));
    expect([asked(first), asked(first.on(1, no("cyd")))]).toStrictEqual([["cyd"], ["ann"]]);
  });

  it("leaves out who is of weight 0, and knows odd ids", () => {
    const reps = [{ id: "__proto__" }, { id: "" }, { id: "ann", weight: 0 }];
    expect(orderOf(ranked(["ann", "__proto__"]), reps)).toStrictEqual(["__proto__", ""]);
  });

  it("says where somebody stands", () => {
    const says = explained(ranked(["cyd"]), three).candidates.map(({ merit }) => merit?.says);
    expect(says).toStrictEqual(["is number 1 of the list", "is not on the list", "is not on the list"]);
  });

  it("stands in the fingerprint by its list and what becomes of the others", () => {
    const prints = [ranked(["a", "b"]), ranked(["b", "a"]), ranked(["a", "b"], { others: "noTurn" })];
    expect(new Set(prints.map((each) => deskOf(each).fingerprint)).size).toBe(3);
    const mine = ["a", "b"];
    const strategy = deskOf(ranked(mine));
    mine.reverse();
    expect(strategy.fingerprint).toBe(deskOf(ranked(["a", "b"])).fingerprint);
  });

  it("refuses what is no list of different ids", () => {
    for (const given of [undefined, "ann", ["ann", "ann"], [7]])
      expect(() => ranked(given as never)).toThrow(
        new RangeError("ranked: needs a list of different ids, best first"),
      );
    expect(() => ranked([], { others: "first" as never })).toThrow(
      new RangeError('ranked: others must be "last" or "noTurn"'),
    );
  });
});

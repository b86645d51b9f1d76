import { describe, expect, it } from "vitest";
import { all, compose, emptyState, race, unwrap } from "../../../src/index.js";
import { asking, bookingOf, candidatesOf } from "../../support/askSelector.js";
import { dealOne, deskLedger, deskOf } from "../../support/desk.js";

describe("all", () => {
  it("gives every lead that is pushed to the smallest id, and books nothing", () => {
    const roster = { reps: [{ id: "bob" }, { id: "ann" }] };
    const first = dealOne(deskOf(all()), roster, emptyState({ seed: "s" }), 1);
    const second = dealOne(deskOf(all()), roster, first.state, 2);
    expect([first.taker, second.taker]).toStrictEqual(["ann", "ann"]);
    expect(deskLedger(second.state)).toMatchObject({ outside: 0, columns: [], totals: [] });
  });

  it("tells nobody of weight 0 of a race", () => {
    const roster = { reps: [{ id: "ann", weight: 0 }, { id: "bob" }, { id: "cyd", weight: 3 }] };
    const strategy = compose({ ledger: "desk", filters: [], selector: all(), delivery: race({ openMs: 9 }) });
    const lead = { id: "l1", receivedAtMs: 0 };
    const explained = unwrap(strategy(lead, roster, emptyState({ seed: "s" }), { explain: true }));
    expect(explained.decision).toMatchObject({ status: "pooled", mayClaim: ["bob", "cyd"] });
    expect(explained.explanation?.candidates.map(({ repId, merit }) => [repId, merit?.share])).toStrictEqual([
      ["bob", 0.5],
      ["cyd", 0.5],
    ]);
  });

  it("gives everybody the same part, but for weight 0", () => {
    const question = asking(
      candidatesOf([{ id: "ann", weight: 0 }, { id: "bob" }, { id: "cyd", weight: 3 }]),
    );
    const meritOf = all().merits?.(question);
    expect(question.candidates.map((each) => meritOf?.(each).share)).toStrictEqual([0, 0.5, 0.5]);
    expect(question.candidates.map((taker) => all().book(bookingOf(question, taker)).share)).toStrictEqual([
      0, 0.5, 0.5,
    ]);
  });
});

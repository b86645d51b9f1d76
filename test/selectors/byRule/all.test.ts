import { describe, expect, it } from "vitest";
import { all, emptyState } from "../../../src/index.js";
import { dealOne, deskLedger, deskOf } from "../../support/desk.js";

describe("all", () => {
  it("gives every lead that is pushed to the smallest id, and books nothing", () => {
    const roster = { reps: [{ id: "bob" }, { id: "ann" }] };
    const first = dealOne(deskOf(all()), roster, emptyState({ seed: "s" }), 1);
    const second = dealOne(deskOf(all()), roster, first.state, 2);
    expect([first.taker, second.taker]).toStrictEqual(["ann", "ann"]);
    expect(deskLedger(second.state)).toMatchObject({ outside: 0, columns: [], totals: [] });
  });
});

import { describe, expect, it } from "vitest";
import { dealt, inLeads, rotating, three } from "../support/dealt.js";
import { dealOne } from "../support/desk.js";

describe("join", () => {
  it("lays joiners of a changed roster in where they sort, without moving an account", () => {
    const before = dealt(4);
    const wider = { reps: [{ id: "zed" }, ...three.reps, { id: "" }] };
    const { state } = dealOne(rotating, wider, before, 4);
    expect(state.ids).toStrictEqual(["", "ann", "bob", "cyd", "zed"]);
    expect(state.openLeads.reduce((sum, leads) => sum + leads, 0)).toBe(5);
  });

  it("keeps the account of a rep who left, under its id", () => {
    const before = dealt(4);
    const { state } = dealOne(rotating, { reps: [{ id: "bob" }, { id: "cyd" }] }, before, 4);
    expect(inLeads(state)[0]).toBe(inLeads(before)[0]);
  });
});

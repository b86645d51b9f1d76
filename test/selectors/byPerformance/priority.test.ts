import { describe, expect, it } from "vitest";
import { longestIdle, type PriorityOptions, priority, quotaRotation, tiers } from "../../../src/index.js";
import { deskOf } from "../../support/desk.js";
import { explained, orderOf } from "../../support/ordered.js";

const reps = [{ id: "ann" }, { id: "bob", tier: 2 }, { id: "cyd", tier: 0.5 }, { id: "dee", tier: 2 }];

describe("priority", () => {
  it("goes by level, the lowest number first, and those without one last", () => {
    expect(orderOf(priority(), reps)).toStrictEqual(["cyd", "bob", "dee", "ann"]);
  });

  it("puts the highest number first where told to, and those without one last all the same", () => {
    expect(orderOf(priority({ first: "highest" }), reps)).toStrictEqual(["bob", "dee", "cyd", "ann"]);
  });

  it("is tiers in their order", () => {
    const said = (selector: ReturnType<typeof priority>) => explained(selector, reps).candidates;
    expect(said(priority())).toStrictEqual(said(tiers()));
  });

  it("lets another selector decide within a level", () => {
    expect(priority({ within: longestIdle() }).name).toBe("priority longestIdle");
    const fingerprints = [
      priority(),
      priority({ within: longestIdle() }),
      priority({ first: "highest" }),
    ].map((selector) => deskOf(selector).fingerprint);
    expect(new Set(fingerprints).size).toBe(3);
  });

  it("goes through as many levels as reps without a quadratic step", () => {
    const many = Array.from({ length: 3_000 }, (_, tier) => ({ id: `rep ${tier}`, tier: 3_000 - tier }));
    expect(orderOf(priority(), many)).toStrictEqual(many.map(({ id }) => id).reverse());
  });

  it.each<[string, unknown]>([
    ["a first that is neither", { first: "best" }],
    ["no selector within", { within: {} }],
    ["a selector that needs everybody", { within: quotaRotation() }],
  ])("refuses %s", (_, options) => {
    expect(() => priority(options as PriorityOptions)).toThrow(/^priority: /);
  });
});

import { describe, expect, it } from "vitest";
import { compose, type Lead, owner, type Rep, rotation } from "../../src/index.js";
import { ask, passes } from "../support/ask.js";

const lead: Partial<Lead> = { ownerId: "bob" };

const rep = { id: "rep" };

/** What is said about a rep who does not own the account, with this owner on the roster, or none. */
const other = (options: Parameters<typeof owner>[0], bob: Partial<Rep> | undefined, nowMs = 0) =>
  ask(owner(options), lead, rep, { nowMs, colleagues: bob === undefined ? [] : [{ id: "bob", ...bob }] });

const away: readonly Partial<Rep>[] = [
  { active: false },
  { presence: "away" },
  { presence: "offline" },
  { timeOff: [{ fromMs: 0, toMs: 10 }] },
];

describe("owner", () => {
  it("excludes everybody else while the owner is there and available", () => {
    expect(passes(owner(), lead, { id: "bob" })).toBe(true);
    for (const bob of [{}, { capacity: 0 }, { timeOff: [{ fromMs: 1, toMs: 10 }] }]) {
      expect(other({ whenGone: "pass", whenAway: "pass" }, bob)).toStrictEqual({
        passes: false,
        reason: "does not own the account",
        has: "rep",
        wants: "bob",
      });
    }
  });

  it("lets the others pass when the owner is gone, or as asked", () => {
    expect(other({}, undefined).passes).toBe(true);
    expect(other({ whenGone: "pass", whenAway: "exclude" }, undefined).passes).toBe(true);
    expect(other({ whenGone: "exclude" }, undefined)).toMatchObject({
      passes: false,
      reason: "does not own the account; its owner is not on the roster",
    });
  });

  it.each(away)("lets the others pass when the owner is not available (%o), or as asked", (bob) => {
    expect(other({}, bob).passes).toBe(true);
    expect(other({ whenAway: "pass", whenGone: "exclude" }, bob).passes).toBe(true);
    expect(other({ whenAway: "exclude" }, bob)).toMatchObject({
      passes: false,
      reason: "does not own the account; its owner is not available",
    });
  });

  it("asks at the moment of deciding whether the owner is available", () => {
    const bob = { timeOff: [{ fromMs: 5, toMs: 10 }] };
    expect([4, 5, 9, 10].map((nowMs) => other({}, bob, nowMs).passes)).toStrictEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("always lets the owner pass, whose absence is for other filters to see", () => {
    for (const bob of away)
      for (const whenAway of ["pass", "exclude"] as const)
        expect(passes(owner({ whenAway }), lead, { id: "bob", ...bob })).toBe(true);
  });

  it("takes the empty id for an owner like any other", () => {
    expect(passes(owner(), { ownerId: "" }, { id: "" })).toBe(true);
    expect(passes(owner({ whenGone: "exclude" }), { ownerId: "" }, rep)).toBe(false);
  });

  it("does as asked when the lead names no owner", () => {
    expect(passes(owner({ whenGone: "exclude", whenAway: "exclude" }), {}, rep)).toBe(true);
    expect(ask(owner({ whenUnknown: "exclude" }), {}, rep).reason).toBe(
      "may not have a lead without an owner",
    );
  });

  it("stands in the fingerprint with each of its options", () => {
    const options = [
      {},
      { whenUnknown: "exclude" },
      { whenGone: "exclude" },
      { whenAway: "exclude" },
    ] as const;
    const fingerprints = options.map(
      (each) => compose({ ledger: "desk", filters: [owner(each)], selector: rotation() }).fingerprint,
    );
    expect(new Set(fingerprints).size).toBe(options.length);
  });

  it("refuses any other word for an option", () => {
    for (const option of ["whenUnknown", "whenGone", "whenAway"])
      expect(() => owner({ [option]: "maybe" })).toThrow(RangeError);
  });
});

import { describe, expect, it } from "vitest";
import { exclude } from "../../src/index.js";
import { ask, passes } from "../support/ask.js";

describe("exclude", () => {
  it("leaves out the reps whom the lead names", () => {
    const lead = { excludedRepIds: ["ann", "bob"] };
    expect(ask(exclude(), lead, { id: "ann" })).toStrictEqual({
      passes: false,
      reason: "is on the lead's list of excluded reps",
      has: "ann",
    });
    expect(passes(exclude(), lead, { id: "Ann" })).toBe(true);
  });

  it("leaves out the reps who name the lead's account", () => {
    const rep = { excludedAccounts: ["acme", "__proto__"] };
    expect(ask(exclude(), { account: "acme" }, rep)).toStrictEqual({
      passes: false,
      reason: "may not have the account acme",
      has: ["acme", "__proto__"],
      wants: "acme",
    });
    expect(passes(exclude(), { account: "__proto__" }, rep)).toBe(false);
    for (const account of ["Acme", "acme ", "constructor"])
      expect(passes(exclude(), { account }, rep)).toBe(true);
    expect(passes(exclude(), { account: "acme" }, {})).toBe(true);
  });

  it("takes either of the two for enough", () => {
    const lead = { account: "acme", excludedRepIds: ["ann"] };
    expect(passes(exclude(), lead, { id: "ann", excludedAccounts: [] })).toBe(false);
    expect(passes(exclude(), lead, { id: "bob", excludedAccounts: ["acme"] })).toBe(false);
    expect(passes(exclude(), lead, { id: "bob", excludedAccounts: ["other"] })).toBe(true);
  });

  it("does as asked when the lead has neither an account nor a list", () => {
    for (const lead of [{}, { account: " " }]) {
      expect(passes(exclude(), lead, { excludedAccounts: [" "] })).toBe(true);
      expect(ask(exclude({ whenUnknown: "exclude" }), lead, {}).reason).toBe(
        "may not have a lead without an account",
      );
    }
  });

  it("takes an empty list for the word that there is no conflict", () => {
    expect(passes(exclude({ whenUnknown: "exclude" }), { excludedRepIds: [] }, {})).toBe(true);
  });
});

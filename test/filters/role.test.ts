import { describe, expect, it } from "vitest";
import { role } from "../../src/index.js";
import { ask } from "../support/ask.js";
import { itComparesValues } from "../support/itComparesValues.js";

describe("role", () => {
  itComparesValues({
    filter: role,
    lead: (value) => ({ role: value }),
    rep: ([role = ""]) => ({ role }),
    absentPasses: false,
  });

  it("says what was compared", () => {
    const reason = (rep: Parameters<typeof ask>[2]) => ask(role(), { role: "x" }, rep).reason;
    expect(reason({ role: "a" })).toBe("has the role a; the lead asks for the role x");
    expect(reason({ role: " " })).toBe("has no role; the lead asks for the role x");
    expect(reason({})).toBe("has no role; the lead asks for the role x");
  });
});

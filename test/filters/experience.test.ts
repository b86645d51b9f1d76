import { describe, expect, it } from "vitest";
import { experience } from "../../src/index.js";
import { ask, passes } from "../support/ask.js";

describe("experience", () => {
  it("asks for at least the lead's complexity", () => {
    expect(passes(experience(), { complexity: 3 }, { experience: 3 })).toBe(true);
    expect(passes(experience(), { complexity: 3 }, { experience: 2.9 })).toBe(false);
  });

  it("takes absent experience for 0, which is enough for a complexity of 0", () => {
    expect(passes(experience(), { complexity: 0 }, {})).toBe(true);
    expect(passes(experience(), { complexity: 0.1 }, {})).toBe(false);
    expect(passes(experience({ whenUnknown: "exclude" }), { complexity: 0 }, {})).toBe(true);
  });

  it("does as asked when the lead names no complexity", () => {
    expect(passes(experience(), {}, {})).toBe(true);
    expect(ask(experience({ whenUnknown: "exclude" }), {}, { experience: 9 }).reason).toBe(
      "may not have a lead without a complexity",
    );
  });

  it("says what the rep has and the lead needs", () => {
    expect(ask(experience(), { complexity: 3 }, { experience: 1 })).toStrictEqual({
      passes: false,
      reason: "has experience 1; the lead needs 3",
      has: 1,
      wants: 3,
    });
  });
});

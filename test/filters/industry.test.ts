import { describe, expect, it } from "vitest";
import { industry } from "../../src/index.js";
import { ask, passes } from "../support/ask.js";
import { itComparesValues } from "../support/itComparesValues.js";

describe("industry", () => {
  itComparesValues({
    filter: industry,
    lead: (value) => ({ industry: value }),
    rep: (values) => ({ industries: values }),
    absentPasses: true,
  });

  it("takes any one of the rep's industries, and none of an empty list", () => {
    expect(passes(industry(), { industry: "b" }, { industries: ["a", "b"] })).toBe(true);
    expect(passes(industry(), { industry: "b" }, { industries: [] })).toBe(false);
  });

  it("says what was compared", () => {
    const reason = (rep: Parameters<typeof ask>[2]) => ask(industry(), { industry: "x" }, rep).reason;
    expect(reason({ industries: ["a"] })).toBe("serves the industry a; the lead is of the industry x");
    expect(reason({ industries: ["a", " ", "b"] })).toBe(
      "serves the industries a, b; the lead is of the industry x",
    );
    expect(reason({ industries: [] })).toBe("serves no industry; the lead is of the industry x");
  });
});

import { describe, expect, it } from "vitest";
import { segment } from "../../src/index.js";
import { ask, passes } from "../support/ask.js";
import { itComparesValues } from "../support/itComparesValues.js";

describe("segment", () => {
  itComparesValues({
    filter: segment,
    lead: (value) => ({ segment: value }),
    rep: (values) => ({ segments: values }),
    absentPasses: true,
  });

  it("takes any one of the rep's segments, and none of an empty list", () => {
    expect(passes(segment(), { segment: "b" }, { segments: ["a", "b"] })).toBe(true);
    expect(passes(segment(), { segment: "b" }, { segments: [] })).toBe(false);
  });

  it("says what was compared", () => {
    const reason = (rep: Parameters<typeof ask>[2]) => ask(segment(), { segment: "x" }, rep).reason;
    expect(reason({ segments: ["a"] })).toBe("serves the segment a; the lead is of the segment x");
    expect(reason({ segments: ["a", " ", "b"] })).toBe(
      "serves the segments a, b; the lead is of the segment x",
    );
    expect(reason({ segments: [] })).toBe("serves no segment; the lead is of the segment x");
  });
});

import { describe, expect, it } from "vitest";
import { source } from "../../src/index.js";
import { ask, passes } from "../support/ask.js";
import { itComparesValues } from "../support/itComparesValues.js";

describe("source", () => {
  itComparesValues({
    filter: source,
    lead: (value) => ({ source: value }),
    rep: (values) => ({ sources: values }),
    absentPasses: true,
  });

  it("takes any one of the rep's sources, and none of an empty list", () => {
    expect(passes(source(), { source: "b" }, { sources: ["a", "b"] })).toBe(true);
    expect(passes(source(), { source: "b" }, { sources: [] })).toBe(false);
  });

  it("says what was compared", () => {
    const reason = (rep: Parameters<typeof ask>[2]) => ask(source(), { source: "x" }, rep).reason;
    expect(reason({ sources: ["a"] })).toBe("takes the source a; the lead comes from the source x");
    expect(reason({ sources: ["a", " ", "b"] })).toBe(
      "takes the sources a, b; the lead comes from the source x",
    );
    expect(reason({ sources: [] })).toBe("takes no source; the lead comes from the source x");
  });
});

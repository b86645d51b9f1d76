import { describe, expect, it } from "vitest";
import { region } from "../../src/index.js";
import { ask, passes } from "../support/ask.js";

const serves = (regions: readonly string[], asked: string): boolean =>
  passes(region(), { region: asked }, { regions });

describe("region", () => {
  it("lets a rep serve its region and what lies below it", () => {
    expect(serves(["US"], "US")).toBe(true);
    expect(serves(["US"], "US-CA")).toBe(true);
    expect(serves(["EMEA/Nordics"], "EMEA/Nordics/Sweden")).toBe(true);
  });

  it("leaves out a rep of a region below or beside", () => {
    expect(serves(["US-CA"], "US")).toBe(false);
    expect(serves(["US-CA"], "US-NY")).toBe(false);
    expect(serves(["U"], "US")).toBe(false);
    expect(serves(["DE"], "DEU")).toBe(false);
  });

  it("takes either separator, any case and stray blanks", () => {
    expect(serves(["us/ca"], "US-CA")).toBe(true);
    expect(serves([" emea / nordics "], "EMEA/Nordics")).toBe(true);
  });

  it("takes any one of the rep's regions", () => {
    expect(serves(["FR", "DE"], "DE-BY")).toBe(true);
  });

  it("takes absent regions for everywhere, an empty list for nowhere and a blank one for nothing", () => {
    expect(passes(region(), { region: "US" }, {})).toBe(true);
    expect(serves([], "US")).toBe(false);
    expect(serves([""], "US")).toBe(false);
    expect(serves(["-"], "US")).toBe(false);
  });

  it("does as asked when the lead has no region, or a blank one", () => {
    for (const lead of [{}, { region: "" }, { region: " / " }]) {
      expect(passes(region(), lead, { regions: [] })).toBe(true);
      expect(passes(region({ whenUnknown: "exclude" }), lead, {})).toBe(false);
    }
  });

  it("says what was compared", () => {
    expect(ask(region(), { region: "SE" }, { regions: ["US", "CA"] })).toStrictEqual({
      passes: false,
      reason: "serves US, CA; the lead is in SE",
      has: ["US", "CA"],
      wants: "SE",
    });
  });

  it("names what is served in plain words, however odd the list", () => {
    const reason = (regions: readonly string[]) => ask(region(), { region: " SE " }, { regions }).reason;
    expect(reason([])).toBe("serves no region; the lead is in SE");
    expect(reason([" ", "US"])).toBe("serves US; the lead is in SE");
    expect(reason(Array.from({ length: 10 }, (_, i) => `r${i}`))).toBe(
      "serves r0, r1, r2, r3, r4, r5, r6, r7 and 2 more; the lead is in SE",
    );
    expect(reason(["x".repeat(1e6)])).toBe(`serves ${"x".repeat(39)}…; the lead is in SE`);
  });

  it("says why when a lead without a region is excluded", () => {
    expect(ask(region({ whenUnknown: "exclude" }), {}, {}).reason).toBe(
      "may not have a lead without a region",
    );
  });

  it("refuses any other word for the unknown", () => {
    expect(() => region({ whenUnknown: "maybe" as "pass" })).toThrow(RangeError);
  });
});

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
      reason: "serves other regions",
      has: ["US", "CA"],
      wants: "SE",
    });
  });

  it("refuses any other word for the unknown", () => {
    expect(() => region({ whenUnknown: "maybe" as "pass" })).toThrow(RangeError);
  });
});

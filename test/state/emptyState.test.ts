import { describe, expect, it } from "vitest";
import { emptyState } from "../../src/index.js";

describe("emptyState", () => {
  it("knows nobody", () => {
    expect(emptyState({ seed: "x" })).toStrictEqual({
      format: 1,
      version: 0,
      seed: "x",
      ids: [],
      openLeads: [],
      openOffers: [],
      ledgers: [],
    });
  });

  it("refuses a seed that is empty or no text", () => {
    expect(() => emptyState({ seed: "" })).toThrow(RangeError);
    expect(() => emptyState({ seed: 1 as unknown as string })).toThrow(RangeError);
  });
});

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
      openEffort: [],
      offeredEffort: [],
      ledgers: [],
      notes: [],
    });
  });

  it("refuses a seed that is no text, is absent or is empty, each in its words", () => {
    const begin = emptyState as (start?: unknown) => unknown;
    const faultOf = (...start: readonly unknown[]): unknown => {
      try {
        return begin(...(start as [unknown?]));
      } catch (thrown) {
        return thrown;
      }
    };
    const notText = 'emptyState: the seed must be text, as in emptyState({ seed: "2026" })';
    for (const start of [[], [undefined], [null], [{}], [{ seed: 5 }], ["2026"]])
      expect(faultOf(...start)).toStrictEqual(new RangeError(notText));
    expect(faultOf({ seed: "" })).toStrictEqual(new RangeError("emptyState: the seed must not be empty"));
  });
});

import { describe, expect, it } from "vitest";
import { holdersByValue, holdersFrom } from "../../../src/filters/indexes/holders.js";

describe("holders", () => {
  it("are a list while that is no longer than a set, so that rare values take little room", () => {
    expect(holdersFrom([5, 70], 96)).toStrictEqual([5, 70]);
    expect(holdersFrom([5, 70, 71, 72], 96)).toStrictEqual(Uint32Array.of(32, 0, 0b111000000));
    expect(holdersFrom([0], 1)).toStrictEqual(Uint32Array.of(1));
  });

  it("hold a rep once that names a value twice", () => {
    const reps = Array.from({ length: 96 }, (_, i) => ({ id: `${i}`, teams: i === 7 ? ["a", "a"] : ["b"] }));
    expect(holdersByValue(reps, ({ teams = [] }) => teams).get("a")).toStrictEqual([7]);
  });
});

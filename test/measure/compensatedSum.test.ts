import { describe, expect, it } from "vitest";
import { add, type CompensatedSum } from "../../src/measure/compensatedSum.js";

const sumOf = (parts: Iterable<number>): number => {
  const total: CompensatedSum = { sum: 0, lost: 0 };
  for (const part of parts) add(total, part);
  return total.sum + total.lost;
};

describe("compensatedSum", () => {
  it("keeps what plain addition loses, whichever side is the larger", () => {
    expect([1, 1e100, 1, -1e100].reduce((sum, part) => sum + part, 0)).toBe(0);
    expect(sumOf([1, 1e100, 1, -1e100])).toBe(2);
  });

  it("adds a million tenths up to a hundred thousand", () => {
    expect(sumOf(new Array<number>(1_000_000).fill(0.1))).toBe(100_000);
  });
});

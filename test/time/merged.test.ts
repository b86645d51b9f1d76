import { describe, expect, it } from "vitest";
import { merged } from "../../src/time/merged.js";

const span = (fromMs: number, toMs: number) => ({ fromMs, toMs });

describe("merged", () => {
  it("joins what overlaps or touches, in order, and holds nothing of what ends before it begins", () => {
    expect(merged([span(7, 9), span(1, 3), span(3, 5), span(2, 4)])).toStrictEqual([span(1, 5), span(7, 9)]);
    expect(merged([span(1, 9), span(2, 3), span(4, 5)])).toStrictEqual([span(1, 9)]);
    expect(merged([span(2, 8), span(5, 1), span(6, 6), span(0, 0)])).toStrictEqual([span(2, 8)]);
    expect(merged([span(3, 5), span(1, 3)])).toStrictEqual([span(1, 5)]);
    expect(merged([])).toStrictEqual([]);
  });
});

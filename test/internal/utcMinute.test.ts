import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { utcMinute } from "../../src/internal/utcMinute.js";

const LAST_MINUTE = Date.UTC(9999, 11, 31, 23, 59);

const byPlatform = (atMs: number): string => {
  const [date, time = ""] = new Date(atMs).toISOString().split("T");
  return `${date} ${time.slice(0, 5)} UTC`;
};

describe("utcMinute", () => {
  it("tells a moment as the platform does, up to the year 9999", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LAST_MINUTE }), (atMs) => {
        expect(utcMinute(atMs)).toBe(byPlatform(atMs));
      }),
      { numRuns: 1_000 },
    );
  });

  it("knows the ends of months, leap years and centuries", () => {
    for (const year of [1970, 1972, 1999, 2000, 2001, 2099, 2100, 2400, 9999])
      for (const [month, day] of [
        [0, 1],
        [1, 28],
        [1, 29],
        [2, 1],
        [11, 31],
      ] as const) {
        const atMs = Date.UTC(year, month, day, 23, 59, 59, 999);
        expect(utcMinute(atMs)).toBe(byPlatform(atMs));
      }
    expect(utcMinute(0)).toBe("1970-01-01 00:00 UTC");
    expect(utcMinute(59_999.5)).toBe("1970-01-01 00:00 UTC");
  });

  it("says nothing from the year 10000 on", () => {
    expect(utcMinute(LAST_MINUTE + 59_999)).toBe("9999-12-31 23:59 UTC");
    for (const atMs of [LAST_MINUTE + 60_000, 8.64e15 + 1, Number.MAX_VALUE])
      expect(utcMinute(atMs)).toBeUndefined();
  });
});

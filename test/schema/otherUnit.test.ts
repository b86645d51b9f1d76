import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { utc, utcDay } from "../../src/internal/utc.js";
import { otherUnit } from "../../src/schema/otherUnit.js";

describe("utc", () => {
  it("writes every moment as the platform does", () => {
    const moment = fc.oneof(
      fc.integer({ min: 0, max: 253_402_300_799_999 }),
      fc.constantFrom(0, 951_782_399_999, 951_782_400_000, 4_107_542_400_000, 13_574_563_200_000),
    );
    fc.assert(
      fc.property(moment, (atMs) => {
        expect(utc(atMs)).toBe(new Date(atMs).toISOString());
        expect(utcDay(atMs)).toBe(utc(atMs).slice(0, 10));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a number of another unit", () => {
  it("is said with what it would be, and what is meant", () => {
    expect(otherUnit(1_767_600_000)).toBe(
      "looks like seconds, not milliseconds: 1767600000 would be 1970-01-21; as seconds it is 2026-01-05T08:00:00.000Z",
    );
    expect(otherUnit(1_767_600_000.25)).toMatch(/as seconds it is 2026-01-05T08:00:00\.250Z$/);
    expect(otherUnit(1_767_600_000_000_001)).toBe(
      "looks like microseconds, not milliseconds: 1767600000000001 would be 57983-01-06; as microseconds it is 2026-01-05T08:00:00.000Z",
    );
  });

  it.each([1_000_000_000, 4_102_444_799, 1e15, 4_102_444_799_999_999])("is seen in %d", (atMs) => {
    expect(otherUnit(atMs)).toMatch(/^looks like/);
  });

  it.each([
    0, 5, 1000, 86_400_000, 999_999_999, 4_102_444_800, 1e12, 1_767_600_000_000, 999_999_999_999_999,
    4_102_444_800_000_000, 8_640_000_000_000_000,
  ])("is not seen in %d", (atMs) => {
    expect(otherUnit(atMs)).toBeUndefined();
  });

  it("is not seen in any moment between 1971 and the year 5000", () => {
    const years = fc.integer({ min: 31_536_000_000, max: 95_617_584_000_000 });
    fc.assert(fc.property(years, (atMs) => otherUnit(atMs) === undefined));
  });
});

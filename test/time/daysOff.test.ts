import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { daysOff } from "../../src/index.js";
import { zones } from "./support/zones.js";

describe("daysOff", () => {
  it("is from the beginning of the first day to the beginning of the day after the last, as Temporal has them", () => {
    const first = Temporal.PlainDate.from("2005-01-01");
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.nat({ max: 9000 }),
        fc.nat({ max: 20 }),
        (zone, days, more) => {
          const from = first.add({ days });
          const to = from.add({ days: more });
          const startOf = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).epochMilliseconds;
          expect(daysOff(zone, from.toString(), to.toString())).toStrictEqual({
            fromMs: startOf(from),
            toMs: startOf(to.add({ days: 1 })),
          });
        },
      ),
    );
  });

  it("is one day where no last date is given, of 23 or 25 hours when clocks change", () => {
    const hours = (date: string) => {
      const { fromMs, toMs } = daysOff("America/New_York", date);
      return (toMs - fromMs) / 3_600_000;
    };
    expect([hours("2026-03-08"), hours("2026-03-09"), hours("2026-11-01")]).toStrictEqual([23, 24, 25]);
    expect(hours("2026-03-09")).toBe(24);
  });

  it("is nothing on a date that the zone skips, and begins with the moments where the first day began before", () => {
    const skipped = daysOff("Pacific/Apia", "2011-12-30");
    expect(skipped.fromMs).toBe(skipped.toMs);
    expect(daysOff("Asia/Tokyo", "1970-01-01")).toStrictEqual({ fromMs: 0, toMs: 15 * 3_600_000 });
  });

  it.each([
    [
      "Mars/Phobos",
      "2026-01-01",
      "2026-01-01",
      'daysOff: "Mars/Phobos" is not a time zone that this runtime knows',
    ],
    [
      "UTC",
      "2026-02-29",
      "2026-03-01",
      'daysOff: "2026-02-29" is no date from 1970 on, such as "2026-12-24"',
    ],
    [
      "UTC",
      "1969-12-31",
      "1970-01-01",
      'daysOff: "1969-12-31" is no date from 1970 on, such as "2026-12-24"',
    ],
    ["UTC", "2026-01-01", "soon", 'daysOff: "soon" is no date from 1970 on, such as "2026-12-24"'],
    ["UTC", "2026-01-02", "2026-01-01", "daysOff: the last date must not be before the first"],
  ])("refuses %s from %s to %s", (zone, first, last, message) => {
    expect(() => daysOff(zone, first, last)).toThrow(new RangeError(message));
  });
});

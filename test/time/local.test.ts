import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { calendarWindow } from "../../src/time/calendarWindow.js";
import { isTimeZone } from "../../src/time/isTimeZone.js";
import { firstMomentFrom, localAt, momentOf } from "../../src/time/local.js";
import { isShared, needing, readShared } from "../support/shared.js";
import { zones } from "./support/zones.js";

const VECTORS = "vectors/time-zones.json";

interface LocalCase {
  readonly zone: string;
  readonly local: string;
  readonly compatible: string;
  readonly earlier: string;
  readonly later: string;
}

const local = (text: string): number => Date.parse(`${text}Z`);
const iso = (atMs: number): string => new Date(atMs).toISOString().replace(".000Z", "Z");

describe.skipIf(!isShared(VECTORS))(needing(VECTORS, "the moment at which a clock shows a time"), () => {
  const { localToInstant } = isShared(VECTORS)
    ? readShared<{ readonly localToInstant: readonly LocalCase[] }>(VECTORS)
    : { localToInstant: [] };

  it.each(localToInstant)("is $compatible for $local in $zone", (given) => {
    expect(iso(momentOf(given.zone, local(given.local)))).toBe(given.compatible);
    const isSkipped = given.earlier !== given.later;
    const last = iso(momentOf(given.zone, local(given.local), "last"));
    expect(last).toBe(isSkipped ? given.compatible : given.later);
  });
});

/** From 1972, when the last zones gave up odd seconds. */
const aMoment = fc.integer({ min: Date.UTC(1972, 6), max: Date.UTC(2039, 0) });
const aZone = fc.constantFrom(...zones);

describe("local time", () => {
  it("is what Temporal says, for every moment in every zone", () => {
    fc.assert(
      fc.property(aZone, aMoment, (zone, atMs) => {
        const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone);
        expect(localAt(zone, atMs) - atMs).toBe(offsetNanoseconds / 1e6);
      }),
      { numRuns: 500 },
    );
  });

  it("is shown at the moments that Temporal says, clock changes likely", () => {
    fc.assert(
      fc.property(aZone, aMoment, fc.integer({ min: -7200, max: 7200 }), (zone, atMs, seconds) => {
        const start = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone);
        const change = start.getTimeZoneTransition("next") ?? start;
        const near = change.toPlainDateTime().add({ seconds });
        const shown = local(near.toString());
        const as = (disambiguation: "compatible" | "later") =>
          near.toZonedDateTime(zone, { disambiguation }).epochMilliseconds;
        expect(momentOf(zone, shown)).toBe(as("compatible"));
        expect(momentOf(zone, shown, "last")).toBe(as("later"));
        const [before, from] = [momentOf(zone, shown), firstMomentFrom(zone, shown)];
        expect(from).toBeLessThanOrEqual(before);
        expect(localAt(zone, from)).toBeGreaterThanOrEqual(shown);
        expect(localAt(zone, from - 1)).toBeLessThan(shown);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a window of the calendar", () => {
  const aUnit = fc.constantFrom("hour", "day", "week", "month", "quarter");

  it("holds its moment, and the next one begins where it ends", () => {
    fc.assert(
      fc.property(aZone, aUnit, aMoment, fc.integer({ min: 1, max: 7 }), (zone, unit, atMs, weekStart) => {
        const window = calendarWindow(zone, unit, atMs, weekStart);
        expect(window.fromMs).toBeLessThanOrEqual(atMs);
        expect(window.toMs).toBeGreaterThan(atMs);
        expect(calendarWindow(zone, unit, window.toMs, weekStart).fromMs).toBe(window.toMs);
        expect(calendarWindow(zone, unit, window.toMs - 1, weekStart)).toStrictEqual(window);
      }),
      { numRuns: 500 },
    );
  });

  it("begins where Temporal's days, weeks, months and quarters begin", () => {
    fc.assert(
      fc.property(aZone, aMoment, (zone, atMs) => {
        const day = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone).startOfDay();
        const from = (unit: "day" | "week" | "month" | "quarter") => calendarWindow(zone, unit, atMs).fromMs;
        expect(from("day")).toBe(day.epochMilliseconds);
        const monday = day.toPlainDate().subtract({ days: day.dayOfWeek - 1 });
        expect(from("week")).toBe(monday.toZonedDateTime(zone).startOfDay().epochMilliseconds);
        const first = day.toPlainDate().with({ day: 1 });
        expect(from("month")).toBe(first.toZonedDateTime(zone).startOfDay().epochMilliseconds);
        const quarter = first.with({ month: first.month - ((first.month - 1) % 3) });
        expect(from("quarter")).toBe(quarter.toZonedDateTime(zone).startOfDay().epochMilliseconds);
      }),
      { numRuns: 500 },
    );
  });

  it("is one of two hours where the clock shows an hour twice", () => {
    const { fromMs, toMs } = calendarWindow("America/New_York", "hour", Date.parse("2026-11-01T06:30Z"));
    expect([iso(fromMs), iso(toMs)]).toStrictEqual(["2026-11-01T05:00:00Z", "2026-11-01T07:00:00Z"]);
  });
});

describe("a time zone", () => {
  it.each([...zones, "UTC", "europe/warsaw", "Etc/GMT+12"])("is known: %s", (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each(["", "Mars/Phobos", "+01:00", "-0100", "foo+05", "__proto__", "constructor", "Europe/Warsaw "])(
    "is unknown: %j",
    (name) => {
      expect(isTimeZone(name)).toBe(false);
    },
  );
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Roster, WeeklyHours } from "../../src/index.js";
import { prepareRoster } from "../../src/roster/prepareRoster.js";

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

const linesOf = (roster: unknown): readonly string[] => {
  const result = prepareRoster(roster as Roster);
  return result._tag === "Left"
    ? result.left.map(({ path, message }) => `${path.join(".")}: ${message}`)
    : [];
};

/** What is wrong with a schedule, with paths that start at it. */
const faultsOf = (schedule: unknown): readonly string[] =>
  linesOf({ reps: [{ id: "ann", schedule }] }).map((line) => line.replace("roster.reps.0.schedule.", ""));

const weekly = (days: readonly number[], from: string, to: string): WeeklyHours => ({ days, from, to });

const week = (...hours: readonly unknown[]): readonly string[] => faultsOf({ timeZone: "UTC", hours });

const dated = (...dates: readonly unknown[]): readonly string[] => faultsOf({ timeZone: "UTC", dates });

const ON_MIDNIGHT = { from: "22:00", to: "02:00" };

describe("a schedule", () => {
  it("is good as people write it", () => {
    expect(faultsOf({ timeZone: "Europe/Warsaw" })).toStrictEqual([]);
    expect(week()).toStrictEqual([]);
    expect(
      week(weekly([1, 2, 3, 4, 5], "09:00", "12:00"), weekly([1, 2, 3], "12:00", "17:00")),
    ).toStrictEqual([]);
    expect(week(weekly(EVERY_DAY, "00:00", "24:00"))).toStrictEqual([]);
    expect(week(weekly(EVERY_DAY, "00:00", "00:00"))).toStrictEqual([]);
    expect(week(weekly(EVERY_DAY, "22:00", "22:00"))).toStrictEqual([]);
    expect(week(weekly([7], "22:00", "06:00"), weekly([1], "06:00", "22:00"))).toStrictEqual([]);
    expect(week(weekly([], "22:00", "06:00"))).toStrictEqual([]);
    expect(
      dated({ date: "2026-12-24", lastDate: "2026-12-26", hours: [] }, { date: "2026-12-27" }),
    ).toStrictEqual([]);
    expect(dated({ date: "2024-02-29", off: [ON_MIDNIGHT, ON_MIDNIGHT] })).toStrictEqual([]);
  });

  it.each(["9:00", "24:00", "25:00", "09:60", "09:00 ", "9", "", "０9:00", 9, null, undefined])(
    "does not begin at %j",
    (from) => {
      expect(week({ days: [1], from, to: "17:00" })).toHaveLength(1);
    },
  );

  it.each(["24:01", "17", "5pm", "-1:00", 17])("does not end at %j", (to) => {
    expect(week({ days: [1], from: "09:00", to })).toHaveLength(1);
  });

  it("says what a time, a date and a day must be, and what was found", () => {
    expect(
      faultsOf({
        timeZone: "Mars/Phobos",
        hours: [{ days: [1, 0, 8, 1.5, "1"], from: "9:00", to: "5pm" }, 7],
        dates: [
          { date: "2026-02-30", lastDate: "soon", hours: [{ from: "24:00", to: "24:00" }], off: "all day" },
        ],
      }),
    ).toStrictEqual([
      'timeZone: is not a time zone that this runtime knows: "Mars/Phobos"',
      'hours.0.from: must be a time from "00:00" to "23:59", and is text: "9:00"',
      'hours.0.to: must be a time from "00:00" to "24:00", and is text: "5pm"',
      "hours.0.days.1: must be a whole number from 1 (Monday) to 7 (Sunday)",
      "hours.0.days.2: must be a whole number from 1 (Monday) to 7 (Sunday)",
      "hours.0.days.3: must be a whole number from 1 (Monday) to 7 (Sunday)",
      "hours.0.days.4: must be a whole number from 1 (Monday) to 7 (Sunday)",
      "hours.1: must be an object",
      'dates.0.date: must be a date, such as "2026-12-24", and is text: "2026-02-30"',
      'dates.0.lastDate: must be a date, such as "2026-12-24", and is text: "soon"',
      'dates.0.hours.0.from: must be a time from "00:00" to "23:59", and is text: "24:00"',
      "dates.0.off: must be a list",
    ]);
  });

  it("names no day twice", () => {
    expect(week(weekly([1, 2, 1], "09:00", "17:00"))).toStrictEqual([
      "hours.0.days.2: must not be named twice: 1",
    ]);
    expect(week(weekly(Array(100_000).fill(3), "09:00", "17:00"))).toHaveLength(7);
  });

  it.each<[string, readonly WeeklyHours[], readonly string[]]>([
    [
      "on a day",
      [weekly([1, 2], "09:00", "12:01"), weekly([2], "12:00", "17:00")],
      ["hours.1: must not overlap hours[0]"],
    ],
    [
      "over midnight",
      [weekly([2], "01:59", "03:00"), weekly([1], "22:00", "02:00")],
      ["hours.1: must not overlap hours[0]"],
    ],
    [
      "over the end of the week",
      [weekly([1], "05:00", "09:00"), weekly([7], "22:00", "06:00")],
      ["hours.1: must not overlap hours[0]"],
    ],
    [
      "of a whole day",
      [weekly([7], "12:00", "12:00"), weekly([1], "11:59", "12:30")],
      ["hours.1: must not overlap hours[0]"],
    ],
    [
      "of several entries, each pair once",
      [
        weekly(EVERY_DAY, "00:00", "24:00"),
        weekly(EVERY_DAY, "09:00", "10:00"),
        weekly([3], "23:00", "01:00"),
      ],
      ["hours.1: must not overlap hours[0]", "hours.2: must not overlap hours[0]"],
    ],
    [
      "with a long one that began before a short one",
      [weekly([1], "08:00", "20:00"), weekly([1], "09:00", "10:00"), weekly([1], "11:00", "12:00")],
      ["hours.1: must not overlap hours[0]", "hours.2: must not overlap hours[0]"],
    ],
    [
      "that are the same",
      [weekly([4], "09:00", "10:00"), weekly([4], "09:00", "10:00")],
      ["hours.1: must not overlap hours[0]"],
    ],
  ])("has no spans that overlap %s", (_, hours, lines) => {
    expect(week(...hours)).toStrictEqual(lines);
  });

  it("has spans that overlap just where minutes of the week are counted twice", () => {
    const aTime = fc.integer({ min: 0, max: 47 }).map((half) => {
      const hour = String(half >> 1).padStart(2, "0");
      return `${hour}:${half % 2 === 0 ? "00" : "30"}`;
    });
    const aSpan = fc
      .tuple(fc.subarray(EVERY_DAY, { maxLength: 3 }), aTime, aTime)
      .map(([days, from, to]) => weekly(days, from, to));
    const halves = (text: string) => Number(text.slice(0, 2)) * 2 + (text.endsWith("30") ? 1 : 0);
    fc.assert(
      fc.property(fc.array(aSpan, { maxLength: 4 }), (hours) => {
        const counts = new Array<number>(7 * 48).fill(0);
        for (const { days, from, to } of hours)
          for (const day of days) {
            const length =
              halves(to) > halves(from) ? halves(to) - halves(from) : halves(to) - halves(from) + 48;
            for (let half = 0; half < length; half += 1) {
              const at = ((day - 1) * 48 + halves(from) + half) % counts.length;
              counts[at] = (counts[at] as number) + 1;
            }
          }
        expect(week(...hours).length > 0).toBe(counts.some((count) => count > 1));
      }),
      { numRuns: 300 },
    );
  });

  it("has no dates that end before they begin, none twice, and no spans of a date that overlap", () => {
    expect(dated({ date: "2026-12-24", lastDate: "2026-12-23" })).toStrictEqual([
      "dates.0.lastDate: must not be before date",
    ]);
    expect(
      dated({ date: "2026-12-26" }, { date: "2026-12-24", lastDate: "2026-12-26" }, { date: "2026-12-27" }),
    ).toStrictEqual(["dates.1: must not cover a date of dates[0]"]);
    expect(dated({ date: "2026-12-26" }, { date: "2026-12-26" })).toHaveLength(1);
    expect(
      dated({
        date: "2026-12-24",
        hours: [
          { from: "09:00", to: "12:00" },
          { from: "11:00", to: "13:00" },
        ],
      }),
    ).toStrictEqual(["dates.0.hours.1: must not overlap hours[0]"]);
    expect(dated({ date: "2026-12-24", hours: [ON_MIDNIGHT, { from: "01:00", to: "03:00" }] })).toStrictEqual(
      [],
    );
  });

  it("has a time zone, or is like one that has", () => {
    expect(faultsOf({})).toStrictEqual([
      "timeZone: is missing: give a time zone, or a schedule of the roster that it is like",
    ]);
    expect(faultsOf({ timeZone: null })).toHaveLength(1);
    expect(faultsOf({ timeZone: "+01:00" })).toStrictEqual([
      'timeZone: is not a time zone that this runtime knows: "+01:00"',
    ]);
    expect(faultsOf(null)).toHaveLength(1);
    expect(linesOf({ reps: [{ id: "ann", schedule: 7 }] })).toStrictEqual([
      "roster.reps.0.schedule: must be an object",
    ]);
  });
});

describe("a schedule by name", () => {
  const named = (schedules: unknown, ...likes: readonly string[]): readonly string[] =>
    linesOf({ reps: likes.map((like) => ({ id: like, schedule: { like } })), schedules });

  it("is there for whoever is like it, whatever its name", () => {
    const odd = JSON.parse(
      '{"__proto__":{"timeZone":"UTC"},"constructor":{"timeZone":"UTC"},"":{"timeZone":"UTC"}}',
    );
    expect(named(odd, "__proto__", "constructor", "")).toStrictEqual([]);
    for (const like of ["__proto__", "constructor", "toString", ""])
      expect(named({ north: { timeZone: "UTC" } }, like)).toStrictEqual([
        `roster.reps.0.schedule.like: names no schedule of the roster: ${JSON.stringify(like)}`,
      ]);
    expect(named(undefined, "north")).toHaveLength(1);
  });

  it("has a zone and no like of its own, and good hours", () => {
    expect(
      named({
        a: { like: "b", timeZone: "UTC" },
        b: { like: "a" },
        c: {},
        d: { timeZone: "UTC", hours: [{ days: [1], from: "9", to: "10:00" }] },
        e: 7,
      }),
    ).toStrictEqual([
      "roster.schedules.a.like: must not stand in a schedule that others are like",
      "roster.schedules.b.like: must not stand in a schedule that others are like",
      "roster.schedules.c.timeZone: is missing: give a time zone, or a schedule of the roster that it is like",
      'roster.schedules.d.hours.0.from: must be a time from "00:00" to "23:59", and is text: "9"',
      "roster.schedules.e: must be an object",
    ]);
    expect(linesOf({ reps: [], schedules: [] })).toStrictEqual([
      "roster.schedules: must be an object, not a list",
    ]);
  });

  it("that is missing is named beside every other fault", () => {
    expect(
      linesOf({ reps: [{ id: 7, schedule: { like: "north" } }, null, { id: "b", schedule: { like: 7 } }] }),
    ).toStrictEqual([
      "roster.reps.0.id: must be text, and is a number: 7",
      "roster.reps.1: must be an object",
      "roster.reps.2.schedule.like: must be text, and is a number: 7",
      'roster.reps.0.schedule.like: names no schedule of the roster: "north"',
    ]);
  });
});

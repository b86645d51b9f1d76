import { describe, expect, it } from "vitest";
import { isAtWork, nextOpening, type Schedule, type WeeklyHours, type WorkingTime } from "../../src/index.js";
import { isShared, needing, readShared } from "../support/shared.js";

const VECTORS = "vectors/time-zones.json";

interface OpeningCase {
  readonly zone: string;
  readonly now: string;
  readonly hours: WeeklyHours;
  readonly nextOpen: string;
  readonly note: string;
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

const at = (text: string): number => Date.parse(text);

const iso = (atMs: number | undefined): string | undefined =>
  atMs === undefined ? undefined : new Date(atMs).toISOString().slice(0, 16);

describe.skipIf(!isShared(VECTORS))(needing(VECTORS, "the next opening"), () => {
  const { nextOpen } = isShared(VECTORS)
    ? readShared<{ readonly nextOpen: readonly OpeningCase[] }>(VECTORS)
    : { nextOpen: [] };

  it.each(nextOpen)("is $nextOpen for $now in $zone: $note", (given) => {
    const schedule = { timeZone: given.zone, hours: [given.hours] };
    expect(nextOpening({ schedule }, at(given.now))).toBe(at(given.nextOpen));
  });
});

/** The minutes from one moment on until another with which somebody begins or stops to work. */
const turnsOf = (worker: WorkingTime, from: string, to: string): readonly string[] => {
  const turns: string[] = [];
  for (let atMs = at(from); atMs < at(to); atMs += 60_000)
    if (isAtWork(worker, atMs) !== isAtWork(worker, atMs - 60_000)) turns.push(iso(atMs) as string);
  return turns;
};

const newYork = (...hours: readonly WeeklyHours[]): WorkingTime => ({
  schedule: { timeZone: "America/New_York", hours },
});

describe("hours", () => {
  it("begin with their first millisecond and are over at their end", () => {
    const worker = newYork({ days: [1], from: "09:00", to: "17:00" });
    const open = (text: string) => isAtWork(worker, at(text));
    expect(open("2026-01-05T13:59:59.999Z")).toBe(false);
    expect(open("2026-01-05T14:00:00.000Z")).toBe(true);
    expect(open("2026-01-05T21:59:59.999Z")).toBe(true);
    expect(open("2026-01-05T22:00:00.000Z")).toBe(false);
  });

  it("that begin in a gap begin as much later as clocks skip", () => {
    const worker = newYork({ days: [7], from: "02:30", to: "10:00" });
    expect(turnsOf(worker, "2026-03-07T12:00Z", "2026-03-09T00:00Z")).toStrictEqual([
      "2026-03-08T07:30",
      "2026-03-08T14:00",
    ]);
  });

  it("within a gap are open as long as ever", () => {
    const worker = newYork({ days: [7], from: "02:15", to: "02:45" });
    expect(turnsOf(worker, "2026-03-08T00:00Z", "2026-03-09T00:00Z")).toStrictEqual([
      "2026-03-08T07:15",
      "2026-03-08T07:45",
    ]);
  });

  it("open when the clock first shows their beginning and close when it last shows their end", () => {
    const through = newYork({ days: [7], from: "01:00", to: "01:30" });
    expect(turnsOf(through, "2026-11-01T00:00Z", "2026-11-02T00:00Z")).toStrictEqual([
      "2026-11-01T05:00",
      "2026-11-01T06:30",
    ]);
  });

  it("that would be over before they begin open nothing", () => {
    const worker: WorkingTime = {
      schedule: { timeZone: "Asia/Tehran", hours: [{ days: EVERY_DAY, from: "00:30", to: "01:00" }] },
    };
    // Clocks go from 00:00 to 01:00: 00:30 becomes 01:30, and 01:00 is shown.
    expect(turnsOf(worker, "2022-03-21T12:00Z", "2022-03-22T12:00Z")).toStrictEqual([]);
    expect(turnsOf(worker, "2022-03-22T12:00Z", "2022-03-23T12:00Z")).toHaveLength(2);
  });

  it("over midnight belong to the day on which they begin", () => {
    const night = newYork({ days: [5], from: "22:00", to: "06:00" });
    expect(turnsOf(night, "2026-01-05T00:00Z", "2026-01-12T00:00Z")).toStrictEqual([
      "2026-01-10T03:00",
      "2026-01-10T11:00",
    ]);
  });

  it("that touch are one stretch", () => {
    const worker = newYork(
      { days: EVERY_DAY, from: "00:00", to: "12:00" },
      { days: EVERY_DAY, from: "12:00", to: "24:00" },
    );
    expect(turnsOf(worker, "2026-02-01T00:00Z", "2026-04-01T00:00Z")).toStrictEqual([]);
    expect(isAtWork(worker, at("2026-03-08T07:00Z"))).toBe(true);
  });

  it("are none on a date that the zone skips, and a night into it goes on until the hour after the gap", () => {
    const apia = (dates: Schedule["dates"]): WorkingTime => ({
      schedule: {
        timeZone: "Pacific/Apia",
        hours: [{ days: EVERY_DAY, from: "09:00", to: "17:00" }],
        ...(dates && { dates }),
      },
    });
    expect(turnsOf(apia(undefined), "2011-12-29T12:00Z", "2011-12-31T12:00Z")).toStrictEqual([
      "2011-12-29T19:00",
      "2011-12-30T03:00",
      "2011-12-30T19:00",
      "2011-12-31T03:00",
    ]);
    const dated = apia([{ date: "2011-12-30", hours: [{ from: "00:00", to: "24:00" }] }]);
    expect(turnsOf(dated, "2011-12-29T12:00Z", "2011-12-31T12:00Z")).toHaveLength(4);
    // A Friday: moved by as much as the zone skips, its hours would lie on Saturday.
    const fridays: WorkingTime = {
      schedule: { timeZone: "Pacific/Apia", hours: [{ days: [5], from: "10:00", to: "11:00" }] },
    };
    expect(turnsOf(fridays, "2011-12-24T00:00Z", "2012-01-05T00:00Z")).toStrictEqual([]);
    const night = apia([{ date: "2011-12-29", hours: [{ from: "22:00", to: "06:00" }] }]);
    expect(turnsOf(night, "2011-12-30T00:00Z", "2011-12-31T00:00Z")).toStrictEqual([
      "2011-12-30T08:00",
      "2011-12-30T16:00",
      "2011-12-30T19:00",
    ]);
  });

  it("of a date stand in place of the week's, and what is off is taken out whatever the hours", () => {
    const schedule: Schedule = {
      timeZone: "UTC",
      hours: [{ days: [1, 2, 3], from: "22:00", to: "06:00" }],
      dates: [
        {
          date: "2026-01-06",
          hours: [{ from: "12:00", to: "13:00" }],
          off: [{ from: "02:00", to: "03:00" }],
        },
        { date: "2026-01-08", off: [{ from: "00:00", to: "00:00" }] },
      ],
    };
    expect(turnsOf({ schedule }, "2026-01-05T00:00Z", "2026-01-10T00:00Z")).toStrictEqual([
      "2026-01-05T22:00",
      "2026-01-06T02:00",
      "2026-01-06T03:00",
      "2026-01-06T06:00",
      "2026-01-06T12:00",
      "2026-01-06T13:00",
      "2026-01-07T22:00",
      "2026-01-08T00:00",
    ]);
  });

  it("of several dates count on the first and on the last of them", () => {
    const schedule: Schedule = {
      timeZone: "UTC",
      hours: [{ days: EVERY_DAY, from: "09:00", to: "10:00" }],
      dates: [
        { date: "2026-01-08", lastDate: "2026-01-09", hours: [] },
        { date: "2026-01-05", lastDate: "2026-01-06", hours: [] },
      ],
    };
    const days = turnsOf({ schedule }, "2026-01-04T00:00Z", "2026-01-11T00:00Z").map((turn) =>
      turn.slice(8, 13),
    );
    expect(days).toStrictEqual(["04T09", "04T10", "07T09", "07T10", "10T09", "10T10"]);
  });

  it("absent are all time, and so is a whole week", () => {
    const week: Schedule = { timeZone: "UTC", hours: [{ days: EVERY_DAY, from: "00:00", to: "00:00" }] };
    for (const schedule of [week, { timeZone: "UTC" }])
      for (const atMs of [0, 1, 1.5, 86_400_000, 8e15]) expect(isAtWork({ schedule }, atMs)).toBe(true);
    expect(isAtWork({}, Number.MAX_VALUE)).toBe(true);
  });

  it("are not known after the end of the calendar", () => {
    const week: Schedule = { timeZone: "UTC", hours: [{ days: EVERY_DAY, from: "00:00", to: "00:00" }] };
    for (const atMs of [8.64e15, 8.64e15 + 1, Number.MAX_VALUE]) {
      expect(isAtWork({ schedule: week }, atMs)).toBe(false);
      expect(nextOpening({ schedule: week }, atMs)).toBe(undefined);
    }
  });

  it("are the same whatever was asked before, backwards too", () => {
    const schedule: Schedule = {
      timeZone: "Europe/Warsaw",
      hours: [{ days: [1, 3], from: "22:00", to: "02:00" }],
    };
    const moments = Array.from({ length: 4000 }, (_, i) => at("2026-01-01") + i * 40 * 60_000);
    const there = moments.map((atMs) => isAtWork({ schedule }, atMs));
    const back = [...moments].reverse().map((atMs) => isAtWork({ schedule }, atMs));
    const afresh = moments.map((atMs) => isAtWork({ schedule: { ...schedule } }, atMs));
    expect([...back].reverse()).toStrictEqual(there);
    expect(afresh).toStrictEqual(there);
  });

  it("of all of time do not fill the memory", () => {
    const schedule: Schedule = { timeZone: "UTC", hours: [{ days: [4], from: "00:00", to: "01:00" }] };
    const open = Array.from({ length: 300 }, (_, i) => isAtWork({ schedule }, i * 28 * 86_400_000));
    expect(open.every(Boolean)).toBe(true);
  });
});

describe("the next opening", () => {
  const monday = newYork({ days: [1], from: "09:00", to: "17:00" });

  it("is the moment itself while somebody works", () => {
    expect(iso(nextOpening(monday, at("2026-01-05T15:00Z")))).toBe("2026-01-05T15:00");
    expect(nextOpening({}, 5.5)).toBe(5.5);
  });

  it("is after time off that covers an opening, however many follow each other", () => {
    const off = (from: string, to: string) => ({ fromMs: at(from), toMs: at(to) });
    const timeOff = [
      off("2026-01-12T00:00Z", "2026-01-13T00:00Z"),
      off("2026-01-05T14:00Z", "2026-01-05T16:00Z"),
      off("2026-01-05T16:00Z", "2026-01-08T00:00Z"),
      off("2026-01-09T00:00Z", "2026-01-08T00:00Z"),
    ];
    expect(iso(nextOpening({ ...monday, timeOff }, at("2026-01-04T00:00Z")))).toBe("2026-01-19T14:00");
    expect(iso(nextOpening({ timeOff }, at("2026-01-05T15:00Z")))).toBe("2026-01-08T00:00");
  });

  it("is looked for 400 days ahead, from the end of a time off where one is in the way", () => {
    const schedule: Schedule = {
      timeZone: "UTC",
      hours: [],
      dates: [{ date: "2027-06-01", hours: [{ from: "12:00", to: "13:00" }] }],
    };
    const opens = at("2027-06-01T12:00Z");
    const DAY = 86_400_000;
    expect(nextOpening({ schedule }, opens - 400 * DAY)).toBe(opens);
    expect(nextOpening({ schedule }, opens - 400 * DAY - 1)).toBe(undefined);
    const timeOff = [{ fromMs: 0, toMs: opens - 400 * DAY }];
    expect(nextOpening({ schedule, timeOff }, 0)).toBe(opens);
    expect(nextOpening({ schedule: { timeZone: "UTC", hours: [] } }, 0)).toBe(undefined);
    expect(nextOpening({ schedule, timeOff: [{ fromMs: 0, toMs: Number.MAX_VALUE }] }, 5)).toBe(undefined);
  });
});

describe("what is no working time", () => {
  it.each<[string, WorkingTime, number, string]>([
    [
      "a schedule that is like another",
      { schedule: { like: "north" } },
      0,
      'schedule: "like" names hours of a roster, and here is none: give the hours themselves, as workingTimeOf does',
    ],
    [
      "a zone that nobody knows",
      { schedule: { timeZone: "Mars/Phobos" } },
      0,
      'schedule: "Mars/Phobos" is not a time zone that this runtime knows',
    ],
    ["no zone", { schedule: {} }, 0, 'schedule: "undefined" is not a time zone that this runtime knows'],
    [
      "a time that is none",
      newYork({ days: [1], from: "9:00", to: "17:00" }),
      0,
      'schedule: "9:00-17:00" is no span, such as "09:00-17:00"',
    ],
    [
      "a beginning at 24:00",
      newYork({ days: [1], from: "24:00", to: "17:00" }),
      0,
      'schedule: "24:00-17:00" is no span, such as "09:00-17:00"',
    ],
    [
      "a day that is none",
      newYork({ days: [0], from: "09:00", to: "17:00" }),
      0,
      "schedule: days must be whole numbers from 1 (Monday) to 7 (Sunday)",
    ],
    [
      "a date that is none",
      { schedule: { timeZone: "UTC", dates: [{ date: "2026-02-30" }] } },
      0,
      'schedule: there is no date "2026-02-30"',
    ],
    ["no moment", {}, Number.NaN, "isAtWork: a moment must be milliseconds since 1970, not negative"],
    ["a moment before 1970", {}, -1, "isAtWork: a moment must be milliseconds since 1970, not negative"],
  ])("is refused: %s", (_, worker, atMs, message) => {
    expect(() => isAtWork(worker, atMs)).toThrow(new RangeError(message));
  });
});

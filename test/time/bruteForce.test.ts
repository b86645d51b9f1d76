import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addWorkingMinutes,
  type Interval,
  isAtWork,
  nextOpening,
  type Schedule,
  workingMinutesBetween,
} from "../../src/index.js";
import { aSchedule } from "./support/aSchedule.js";
import { clockOf } from "./support/clock.js";
import { workMinutes, written } from "./support/openMinutes.js";

const MINUTE_MS = 60_000;
/** So far ahead an opening is looked for. */
const AHEAD = 400 * 1440;
/** At both ends of what was written down, where spans come in from outside. */
const MARGIN = 3 * 1440;

/** Two years of a zone, and the dates on which its clocks do something odd. */
const years: readonly (readonly [zone: string, from: number, likely: readonly string[]])[] = [
  ["America/New_York", 2025, ["2025-03-09", "2025-11-02", "2026-03-08", "2026-11-01"]],
  ["Australia/Lord_Howe", 2025, ["2025-04-06", "2025-10-05", "2026-04-05", "2026-10-04"]],
  ["Pacific/Apia", 2011, ["2011-12-29", "2011-12-30", "2011-12-31", "2012-04-01"]],
  ["Africa/Casablanca", 2025, ["2025-02-23", "2025-04-06", "2026-02-15", "2026-03-22"]],
  ["Asia/Kathmandu", 2025, []],
  ["America/Sao_Paulo", 2018, ["2018-02-17", "2018-02-18", "2018-11-03", "2018-11-04", "2019-02-16"]],
  ["Europe/London", 2025, ["2025-03-30", "2025-10-26"]],
  ["Europe/Warsaw", 2025, ["2025-03-30", "2025-10-26"]],
  ["Asia/Tehran", 2021, ["2021-03-22", "2021-09-21", "2021-09-22", "2022-03-22"]],
  ["Asia/Gaza", 2025, ["2025-04-12", "2025-10-25"]],
  ["America/St_Johns", 2010, ["2010-03-14", "2010-11-06", "2010-11-07", "2011-11-06"]],
  ["Pacific/Auckland", 2025, ["2025-04-06", "2025-09-28"]],
];

/** Nights, midnights and half past two on every day, whatever the clocks do; all week less what stands in dates. */
const nasty = (timeZone: string, likely: readonly string[]): readonly Schedule[] => [
  {
    timeZone,
    hours: [
      { days: [1, 2, 3, 4, 5, 6, 7], from: "23:30", to: "00:30" },
      { days: [1, 2, 3, 4, 5, 6, 7], from: "02:30", to: "02:45" },
      { days: [6, 7], from: "01:30", to: "02:00" },
    ],
    dates: likely.slice(0, 1).map((date) => ({ date, off: [{ from: "02:40", to: "02:50" }] })),
  },
  {
    timeZone,
    dates: likely.map((date, i) =>
      i % 2 === 0
        ? { date, hours: [] }
        : {
            date,
            hours: [{ from: "22:00", to: "06:00" }],
            off: [
              { from: "00:00", to: "02:15" },
              { from: "23:45", to: "00:15" },
            ],
          },
    ),
  },
  { timeZone, hours: [{ days: [1, 3, 5, 6, 7], from: "00:00", to: "24:00" }] },
];

describe.each(years)("working time in %s from %i on, minute by minute", (zone, from, likely) => {
  const clock = written(clockOf(zone, from, from + 1));
  const { startMs, shows } = clock;
  const at = (minute: number): number => startMs + minute * MINUTE_MS;
  const end = shows.length - MARGIN;

  const agrees = (schedule: Schedule, timeOff: readonly Interval[], picked: readonly number[]): void => {
    const worker = { schedule, timeOff };
    const open = workMinutes(clock, schedule, timeOff);
    let wrong = -1;
    for (let minute = MARGIN; minute < end && wrong < 0; minute += 1)
      if (isAtWork(worker, at(minute)) !== (open[minute] === 1)) wrong = minute;
    expect(wrong < 0 ? "" : new Date(at(wrong)).toISOString()).toBe("");
    const upTo = new Int32Array(shows.length + 1);
    for (let minute = 0; minute < shows.length; minute += 1)
      upTo[minute + 1] = (upTo[minute] as number) + (open[minute] as number);
    const nextOpen = (minute: number): number => {
      const next = open.indexOf(1, minute);
      return next < 0 ? shows.length : next;
    };
    for (const minute of picked) {
      const opens = nextOpen(minute);
      if (opens < end && opens - minute <= AHEAD) expect(nextOpening(worker, at(minute))).toBe(at(opens));
      const other = picked[0] as number;
      const worked = (upTo[minute] as number) - (upTo[other] as number);
      expect(workingMinutesBetween(worker, at(other), at(minute))).toBe(worked);
      const due = upTo.indexOf((upTo[minute] as number) + 777, minute);
      if (due > 0 && due < Math.min(end, minute + AHEAD))
        expect(addWorkingMinutes(worker, at(minute), 777)).toBe(at(due));
    }
  };

  const aMinute = fc.integer({ min: MARGIN, max: end - 1 });
  const aLeave = fc
    .tuple(aMinute, fc.integer({ min: -10, max: 20_000 }))
    .map(([minute, length]) => ({ fromMs: at(minute), toMs: at(minute + length) }));

  it("is what the clock on the wall says, for odd hours", () => {
    const picked = fc.sample(aMinute, 20);
    for (const schedule of nasty(zone, likely)) agrees(schedule, [], picked);
  });

  it("is what the clock on the wall says, for any hours", () => {
    fc.assert(
      fc.property(
        aSchedule(zone, from, from + 1, likely),
        fc.array(aLeave, { maxLength: 3 }),
        fc.array(aMinute, { minLength: 1, maxLength: 20 }),
        agrees,
      ),
      { numRuns: 2, endOnFailure: true },
    );
  });
});

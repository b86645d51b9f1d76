import { type Day, dateOf, firstOfMonth, weekdayOf } from "../internal/days.js";
import type { EpochMs, Interval } from "../model/instant.js";
import { firstMomentFrom, type LocalMs, localAt } from "./local.js";

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** A window of the calendar. */
export type CalendarUnit = "hour" | "day" | "week" | "month" | "quarter";

const DAYS_OF_LONGEST_MONTH = 31;

/** The first day of a month so many months later. */
const monthsOn = (first: Day, months: number): Day =>
  months === 0 ? first : monthsOn(firstOfMonth(first + DAYS_OF_LONGEST_MONTH), months - 1);

const monthsBack = (first: Day, months: number): Day =>
  months === 0 ? first : monthsBack(firstOfMonth(first - 1), months - 1);

/** 1 is January. */
const monthOf = (day: Day): number => Number(dateOf(day).slice(-5, -3));

/** Where the window begins on the clock that shows `local`, and where the next one does. */
const bounds = (unit: CalendarUnit, local: LocalMs, weekStart: number): readonly [LocalMs, LocalMs] => {
  if (unit === "hour") {
    const from = Math.floor(local / HOUR_MS) * HOUR_MS;
    return [from, from + HOUR_MS];
  }
  const day = Math.floor(local / DAY_MS);
  if (unit === "day") return [day * DAY_MS, (day + 1) * DAY_MS];
  if (unit === "week") {
    const first = day - ((weekdayOf(day) - weekStart + 7) % 7);
    return [first * DAY_MS, (first + 7) * DAY_MS];
  }
  const first = firstOfMonth(day);
  if (unit === "month") return [first * DAY_MS, monthsOn(first, 1) * DAY_MS];
  const into = (monthOf(first) - 1) % 3;
  return [monthsBack(first, into) * DAY_MS, monthsOn(first, 3 - into) * DAY_MS];
};

/**
 * The hour, day, week, month or quarter of a zone's calendar in which a moment lies. `weekStart` is 1 for Monday to 7 for Sunday.
 *
 * Windows follow each other without a gap: each begins at the first moment at which the clock shows its beginning or more.
 * So an hour that the clock shows twice is one window of two hours, a day on which clocks change has 23 or 25, and an
 * hour or day that is skipped has no window.
 */
export const calendarWindow = (
  timeZone: string,
  unit: CalendarUnit,
  atMs: EpochMs,
  weekStart = 1,
): Interval => {
  let [from, to] = bounds(unit, localAt(timeZone, atMs), weekStart);
  // A clock put back over the beginning of a window shows the one before again.
  while (firstMomentFrom(timeZone, to) <= atMs) [from, to] = bounds(unit, to, weekStart);
  return { fromMs: firstMomentFrom(timeZone, from), toMs: firstMomentFrom(timeZone, to) };
};

import type { EpochMs, Interval } from "../model/instant.js";
import { type CalendarUnit, calendarWindow } from "./calendarWindow.js";

/** The last moment that has a date. */
const LAST_MS = 8.64e15;

const AFTER_ALL: Interval = { fromMs: LAST_MS, toMs: Number.POSITIVE_INFINITY };

/** {@link calendarWindow} for any moment: all that come after the calendar's end lie in one window. Remembers its last answer. */
export const windowsOf = (
  timeZone: string,
  unit: CalendarUnit,
  weekStart: number,
): ((atMs: EpochMs) => Interval) => {
  let last: Interval | undefined;
  return (atMs) => {
    if (atMs > LAST_MS) return AFTER_ALL;
    if (last === undefined || atMs < last.fromMs || atMs >= last.toMs)
      last = calendarWindow(timeZone, unit, atMs, weekStart);
    return last;
  };
};

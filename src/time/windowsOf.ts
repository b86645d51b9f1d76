import type { EpochMs, Interval } from "../model/instant.js";
import { type CalendarUnit, calendarWindow } from "./calendarWindow.js";

/** As far as dates go, both ways. */
const LAST_MS = 8.64e15;

const BEFORE_ALL: Interval = { fromMs: Number.NEGATIVE_INFINITY, toMs: -LAST_MS };
const AFTER_ALL: Interval = { fromMs: LAST_MS, toMs: Number.POSITIVE_INFINITY };

/** {@link calendarWindow} for any number: all moments without a date lie in one window, before or after. Remembers its last answer. */
export const windowsOf = (
  timeZone: string,
  unit: CalendarUnit,
  weekStart: number,
): ((atMs: EpochMs) => Interval) => {
  let last: Interval | undefined;
  return (atMs) => {
    if (atMs > LAST_MS) return AFTER_ALL;
    if (atMs < -LAST_MS) return BEFORE_ALL;
    if (last === undefined || atMs < last.fromMs || atMs >= last.toMs)
      last = calendarWindow(timeZone, unit, atMs, weekStart);
    return last;
  };
};

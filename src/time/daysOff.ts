import { type Day, dayOf } from "../internal/days.js";
import { demand } from "../internal/demand.js";
import { quoted } from "../internal/quoted.js";
import type { Interval } from "../model/instant.js";
import { demandZone } from "./demandZone.js";
import { firstMomentFrom } from "./local.js";

const DAY_MS = 86_400_000;

const dayFrom = (date: string): Day => {
  const day = dayOf(date);
  demand(
    day !== undefined && day >= 0,
    `daysOff: ${quoted(date)} is no date from 1970 on, such as "2026-12-24"`,
  );
  return day as Day;
};

/**
 * Whole days of a zone's calendar as a time off: from the first moment of the first date to the first moment after the last date.
 *
 * For leave that somebody writes down in dates: a fixed number of hours would end at the wrong time when clocks change.
 *
 * @remarks
 * - **Errors:** a `RangeError` for a zone that the runtime does not know, for a date that is none or lies before 1970, and for a
 *   last date before the first.
 * - **Cost:** O(1).
 *
 * @example
 * ```ts
 * const { fromMs, toMs } = daysOff("Europe/Warsaw", "2026-03-28", "2026-03-29");
 * [fromMs === Date.parse("2026-03-27T23:00Z"), (toMs - fromMs) / 3_600_000]; // => [true, 47]
 * ```
 *
 * @since 0.1.0
 */
export const daysOff = (timeZone: string, firstDate: string, lastDate: string = firstDate): Interval => {
  demandZone("daysOff", timeZone);
  const [first, last] = [dayFrom(firstDate), dayFrom(lastDate)];
  demand(first <= last, "daysOff: the last date must not be before the first");
  return {
    // East of Greenwich the first day began before moments do.
    fromMs: Math.max(0, firstMomentFrom(timeZone, first * DAY_MS)),
    toMs: Math.max(0, firstMomentFrom(timeZone, (last + 1) * DAY_MS)),
  };
};

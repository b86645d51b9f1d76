import type { EpochMs } from "../model/instant.js";
import { demandMoment, type WorkingTime, workAt } from "./work.js";

/**
 * Whether somebody works at a moment: within the hours of the schedule, and on no time off.
 *
 * Without a schedule all time is working time. Presence and `active` are not asked: the filter {@link available} asks them too.
 *
 * @remarks
 * - **Units:** milliseconds since 1970. From the year 275760 on, where the calendar ends, no hours are known and none are open.
 * - **Errors:** a `RangeError` for what is no moment, for a time zone that the runtime does not know, for times and dates that are
 *   none, and for a schedule that is `like` another: give the hours themselves.
 * - **Promise:** the rules of {@link Schedule}, to the millisecond, whatever the zone's clocks do.
 * - **Cost:** two comparisons for the next question about the same stretch of hours, and O(log times off). A month of hours is
 *   written out on its first question and remembered with the schedule.
 *
 * @example
 * ```ts
 * const ann = { schedule: { timeZone: "Europe/Warsaw", hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }] } };
 * [isAtWork(ann, Date.parse("2026-01-05T07:59Z")), isAtWork(ann, Date.parse("2026-01-05T08:00Z"))]; // => [false, true]
 * ```
 *
 * @since 0.1.0
 */
export const isAtWork = (worker: WorkingTime, atMs: EpochMs): boolean => {
  demandMoment("isAtWork", atMs);
  return workAt(worker, atMs).holds;
};

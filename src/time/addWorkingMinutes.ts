import { demand } from "../internal/demand.js";
import type { EpochMs } from "../model/instant.js";
import { demandMoment, LOOK_AHEAD_MS, type WorkingTime, workAt } from "./work.js";

const MINUTE_MS = 60_000;

/**
 * The first moment by which so many minutes of working time have gone by: when an answer is due that may take four working hours.
 *
 * Nothing where that is more than 400 days after the first moment. 0 minutes have gone by at once, whether somebody works then or not.
 *
 * @remarks
 * - **Units:** minutes, parts of them rounded to milliseconds.
 * - **Errors:** those of {@link isAtWork}, and a `RangeError` for minutes below 0.
 * - **Promise:** {@link workingMinutesBetween} the two moments are the minutes that were added.
 * - **Cost:** O(days until then).
 *
 * @example
 * ```ts
 * const ann = { schedule: { timeZone: "Europe/Warsaw", hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }] } };
 * const due = addWorkingMinutes(ann, Date.parse("2026-01-09T15:30Z"), 40);
 * due === Date.parse("2026-01-12T08:10Z"); // => true
 * ```
 *
 * @since 0.1.0
 */
export const addWorkingMinutes = (
  worker: WorkingTime,
  fromMs: EpochMs,
  minutes: number,
): EpochMs | undefined => {
  demandMoment("addWorkingMinutes", fromMs);
  demand(
    Number.isFinite(minutes) && minutes >= 0,
    "addWorkingMinutes: minutes must be a finite number, not negative",
  );
  let leftMs = Math.round(minutes * MINUTE_MS);
  const lastMs = fromMs + LOOK_AHEAD_MS;
  for (let atMs = fromMs; atMs <= lastMs; ) {
    const work = workAt(worker, atMs);
    const most = work.holds ? work.toMs - atMs : 0;
    if (leftMs <= most) return atMs + leftMs <= lastMs ? atMs + leftMs : undefined;
    leftMs -= most;
    atMs = work.toMs;
  }
  return undefined;
};

import type { EpochMs } from "../model/instant.js";
import { demandMoment, firstTogether, type WorkingTime } from "./work.js";

/**
 * The first moment from one on at which somebody works: that moment itself where somebody works then.
 *
 * Nothing where the schedule opens at no time within 400 days of that moment, or of the end of a time off that stands in the way.
 *
 * @remarks
 * - **Units** and **errors** are those of {@link isAtWork}.
 * - **Cost:** O(openings until then), each remembered with the schedule.
 *
 * @example
 * ```ts
 * const night = { schedule: { timeZone: "Europe/London", hours: [{ days: [1], from: "22:00", to: "06:00" }] } };
 * const opens = (at: string) => nextOpening(night, Date.parse(at));
 * opens("2026-01-05T12:00Z") === Date.parse("2026-01-05T22:00Z"); // => true
 * opens("2026-01-06T05:59Z") === Date.parse("2026-01-06T05:59Z"); // => true
 * nextOpening({ schedule: { timeZone: "UTC", hours: [] } }, 0); // => undefined
 * ```
 *
 * @since 0.1.0
 */
export const nextOpening = (worker: WorkingTime, atMs: EpochMs): EpochMs | undefined => {
  demandMoment("nextOpening", atMs);
  return firstTogether([worker], atMs);
};

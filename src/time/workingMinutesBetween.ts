import type { EpochMs } from "../model/instant.js";
import { demandMoment, type WorkingTime, workAt } from "./work.js";

const MINUTE_MS = 60_000;

const workedMs = (worker: WorkingTime, fromMs: EpochMs, toMs: EpochMs): number => {
  let sum = 0;
  for (let atMs = fromMs; atMs < toMs; ) {
    const work = workAt(worker, atMs);
    const endMs = Math.min(work.toMs, toMs);
    if (work.holds) sum += endMs - atMs;
    atMs = endMs;
  }
  return sum;
};

/**
 * How many minutes of working time lie between two moments, parts of minutes counted: how long a lead has waited while somebody
 * was there to work on it.
 *
 * Below 0 where the second moment is before the first, by as much.
 *
 * @remarks
 * - **Units:** minutes, exact to the millisecond. An hour that clocks skip is no time, and one that they show twice is two.
 * - **Errors** are those of {@link isAtWork}.
 * - **Promise:** from a to b and from b to c are together from a to c, to the millisecond. {@link addWorkingMinutes} is the way back.
 * - **Cost:** O(days between); some milliseconds a century.
 *
 * @example
 * ```ts
 * const ann = { schedule: { timeZone: "Europe/Warsaw", hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }] } };
 * const [friday, monday] = [Date.parse("2026-01-09T15:30Z"), Date.parse("2026-01-12T08:10Z")];
 * workingMinutesBetween(ann, friday, monday); // => 40
 * ```
 *
 * @since 0.1.0
 */
export const workingMinutesBetween = (worker: WorkingTime, fromMs: EpochMs, toMs: EpochMs): number => {
  demandMoment("workingMinutesBetween", fromMs);
  demandMoment("workingMinutesBetween", toMs);
  const ms = toMs < fromMs ? -workedMs(worker, toMs, fromMs) : workedMs(worker, fromMs, toMs);
  return ms === 0 ? 0 : ms / MINUTE_MS;
};

import type { EpochMs } from "../model/instant.js";
import { demandZone } from "./demandZone.js";
import { stretchAt } from "./offset.js";

const MINUTE_MS = 60_000;

/**
 * From when on a zone's clocks are how far ahead of UTC.
 *
 * @since 0.1.0
 */
export interface OffsetChange {
  readonly atMs: EpochMs;
  /** Local time less UTC, in minutes. */
  readonly offsetMinutes: number;
}

/**
 * What this runtime knows of a zone's clocks from one moment to another: the offset at first, and every change of it.
 *
 * The one thing that decides about working time and is no argument is the runtime's zone data, and governments change it. Keep this beside
 * what you want to replay years later, or on another machine: where it is the same, decisions are the same.
 *
 * @remarks
 * - **Units:** moments are milliseconds since 1970, the last one not included; none where it is not after the first.
 * - **Errors:** a `RangeError` for a zone that this runtime does not know.
 * - **Cost:** some 30 microseconds for each month that was never asked about, then O(months).
 *
 * @example
 * ```ts
 * offsetChanges("Europe/Warsaw", Date.UTC(2026, 0, 1), Date.UTC(2026, 6, 1));
 * // => [{ atMs: 1767225600000, offsetMinutes: 60 }, { atMs: 1774746000000, offsetMinutes: 120 }]
 * ```
 *
 * @since 0.1.0
 */
export const offsetChanges = (timeZone: string, fromMs: EpochMs, toMs: EpochMs): readonly OffsetChange[] => {
  demandZone("offsetChanges", timeZone);
  const changes: OffsetChange[] = [];
  for (let atMs = fromMs; atMs < toMs; ) {
    const stretch = stretchAt(timeZone, atMs);
    const offsetMinutes = stretch.offsetMs / MINUTE_MS;
    if (changes.at(-1)?.offsetMinutes !== offsetMinutes) changes.push({ atMs, offsetMinutes });
    atMs = stretch.toMs;
  }
  return changes;
};

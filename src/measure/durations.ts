/**
 * How long something took, over many times that it was done.
 *
 * The p-th part is the least duration that at least that part of all does not exceed: one that was measured, never one in between.
 *
 * @since 0.1.0
 */
export interface Durations {
  readonly count: number;
  /** `null` where nothing was measured. */
  readonly medianMs: number | null;
  /** Nine of ten took no longer. `null` where nothing was measured. */
  readonly p90Ms: number | null;
  /** The part that took five minutes or less, from 0 to 1. `null` where nothing was measured. */
  readonly withinFiveMinutes: number | null;
}

const FIVE_MINUTES_MS = 300_000;

/** Parts in tenths, since 0.9 times 10 is not always 9. */
const atTenths = (sorted: readonly number[], tenths: number): number | null =>
  sorted[Math.ceil((sorted.length * tenths) / 10) - 1] ?? null;

/** What these durations come to. */
export const durationsOf = (ms: readonly number[]): Durations => {
  const sorted = Float64Array.from(ms).sort();
  const count = sorted.length;
  const quick = ms.filter((each) => each <= FIVE_MINUTES_MS).length;
  const all = Array.from(sorted);
  return {
    count,
    medianMs: atTenths(all, 5),
    p90Ms: atTenths(all, 9),
    withinFiveMinutes: count === 0 ? null : quick / count,
  };
};

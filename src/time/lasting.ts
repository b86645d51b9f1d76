import type { EpochMs, Interval } from "../model/instant.js";

/** Whether something holds at a moment, and from when until when that is so, as far as it was looked at. */
export interface Lasting {
  readonly holds: boolean;
  readonly fromMs: EpochMs;
  readonly toMs: EpochMs;
}

/** Whether a moment lies in one of some intervals, which are in order and apart, within bounds. */
export const lastingAt = (
  intervals: readonly Interval[],
  atMs: EpochMs,
  fromMs: EpochMs,
  toMs: EpochMs,
): Lasting => {
  let [low, high] = [0, intervals.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((intervals[middle] as Interval).toMs <= atMs) low = middle + 1;
    else high = middle;
  }
  const next = intervals[low];
  if (next !== undefined && next.fromMs <= atMs) return { holds: true, ...next };
  return { holds: false, fromMs: intervals[low - 1]?.toMs ?? fromMs, toMs: next?.fromMs ?? toMs };
};

/** A moment: milliseconds since 1970-01-01T00:00:00Z, finite and not negative. The caller brings it; nothing here reads a clock. */
export type EpochMs = number;

/** A span of time from `fromMs` (included) to `toMs` (not included). */
export interface Interval {
  readonly fromMs: EpochMs;
  readonly toMs: EpochMs;
}

/**
 * A moment: milliseconds since 1970-01-01T00:00:00Z, finite and not negative. The caller brings it; nothing here reads a clock.
 *
 * @since 0.1.0
 */
export type EpochMs = number;

/**
 * A span of time from `fromMs` (included) to `toMs` (not included).
 *
 * @since 0.1.0
 */
export interface Interval {
  readonly fromMs: EpochMs;
  readonly toMs: EpochMs;
}

/**
 * At most so many leads in a window of the calendar.
 *
 * @since 0.1.0
 */
export interface CalendarLimit {
  /** Whole, from 1 on. */
  readonly most: number;
  /** An hour, day, week or month as the clock and calendar of the time zone have it, shorter or longer where clocks change. */
  readonly per: "hour" | "day" | "week" | "month";
  /** IANA; whose calendar counts. Absent: that of the rep's schedule, else that of the filter. */
  readonly timeZone?: string;
  /** The first day of a week, 1 for Monday to 7 for Sunday. Absent: 1. */
  readonly weekStart?: number;
  /**
   * The most in the first, second, third ... week after the rep's `joinedAtMs`, in place of `most`: whole, 0 for none. Weeks have seven times
   * 24 hours, and what comes before the first counts as the first. Later, or where the rep has no `joinedAtMs`: `most`.
   */
  readonly ramp?: readonly number[];
}

/**
 * At most so many leads in any span of this length: of two leads exactly that far apart, no span holds both.
 *
 * @since 0.1.0
 */
export interface RollingLimit {
  /** Whole, from 1 to 1,000: so many moments are remembered for each rep. */
  readonly most: number;
  /** Whole. */
  readonly windowMs: number;
  /** As in {@link CalendarLimit}. */
  readonly ramp?: readonly number[];
}

/**
 * At most so many leads in a window of time: of the calendar, or rolling. Of two limits for the same window the smaller holds.
 *
 * @since 0.1.0
 */
export type Limit = CalendarLimit | RollingLimit;

/**
 * At least so many leads in a window of the calendar: an activity target.
 *
 * @since 0.1.0
 */
export interface Quota extends Omit<CalendarLimit, "most" | "ramp"> {
  /** Whole, from 1 on. */
  readonly least: number;
}

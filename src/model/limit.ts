/**
 * At most so many leads in a window of the calendar.
 *
 * @since 0.1.0
 */
export interface CalendarLimit {
  /** Whole, from 1 on. */
  readonly most: number;
  readonly per: "hour" | "day" | "week" | "month";
  /** IANA; whose calendar counts. Absent: that of the rep's schedule, else that of the filter. */
  readonly timeZone?: string;
  /** The first day of a week, 1 for Monday to 7 for Sunday. Absent: 1. */
  readonly weekStart?: number;
  /**
   * The most in the first, second, third ... week after the rep's `joinedAtMs`, in place of `most`; later, or where the rep has none: `most`.
   */
  readonly ramp?: readonly number[];
}

/**
 * At most so many leads in any span of this length.
 *
 * @since 0.1.0
 */
export interface RollingLimit {
  /** Whole, from 1 to 1,000: so many moments are kept for each rep. */
  readonly most: number;
  readonly windowMs: number;
  readonly ramp?: readonly number[];
}

/**
 * At most so many leads in a window: of the calendar, or rolling.
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

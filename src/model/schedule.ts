/**
 * A span of a day on the clock, from `from` (included) to `to` (not included), each "HH:MM". A `to` that is not after `from` is
 * on the next day, so 22:00 to 06:00 is a night and 00:00 to 00:00 a whole day; "24:00" is the end of the day.
 *
 * @since 0.1.0
 */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/**
 * A span on some days of every week.
 *
 * @since 0.1.0
 */
export interface WeeklyHours extends Span {
  /** 1 is Monday, 7 is Sunday. A span over midnight belongs to the day on which it begins. */
  readonly days: readonly number[];
}

/**
 * What is different from the week on a date, or on all dates up to `lastDate`, such as a holiday.
 *
 * @since 0.1.0
 */
export interface DatedHours {
  /** "2026-12-24". */
  readonly date: string;
  /** The last date, included. Absent: `date` alone. */
  readonly lastDate?: string;
  /** The spans that begin on that date, in place of the week's. Absent: the week's; empty: none begins. */
  readonly hours?: readonly Span[];
  /** Taken out of that date, whatever the hours, such as an appointment. Absent: nothing. */
  readonly off?: readonly Span[];
}

/**
 * When somebody works: hours of the week in a time zone, and the dates that differ.
 *
 * Times are those of the zone's clock. Where clocks are put forward over a time, it is later by as much; where they are put
 * back, a span opens when the clock first shows its beginning and closes when it last shows its end. A date that a zone
 * skips has no hours.
 *
 * @since 0.1.0
 */
export interface Schedule {
  /** The name of one of the roster's `schedules`: what is absent here is as it says there. */
  readonly like?: string;
  /** IANA, such as "Europe/Warsaw". Needed where there is no `like`. */
  readonly timeZone?: string;
  /** Spans do not overlap. Absent without `like`: all the time; empty: never, but for dates. */
  readonly hours?: readonly WeeklyHours[];
  /** Of two entries for one date, that of the rep goes before that of its `like`. */
  readonly dates?: readonly DatedHours[];
}

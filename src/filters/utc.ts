const MS_PER_MINUTE = 60_000;
const MINUTES_PER_DAY = 1_440;
/** From 0000-03-01 to 1970-01-01. The years of the reckoning begin in March, so that a leap day ends one. */
const DAYS_BEFORE_1970 = 719_468;
const DAYS_PER_ERA = 146_097;
/** The year 10000, where dates grow a digit. */
const TOO_LATE_MS = 253_402_300_800_000;

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** "2026-01-05" for a number of days since 1970-01-01. */
const dateOf = (days: number): string => {
  const since = days + DAYS_BEFORE_1970;
  const era = Math.floor(since / DAYS_PER_ERA);
  const day = since - era * DAYS_PER_ERA;
  const leaps = Math.floor(day / 36_524) - Math.floor(day / 1_460) - Math.floor(day / 146_096);
  const year = Math.floor((day + leaps) / 365);
  const dayOfYear = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const march = Math.floor((5 * dayOfYear + 2) / 153);
  const month = march < 10 ? march + 3 : march - 9;
  const dayOfMonth = dayOfYear - Math.floor((153 * march + 2) / 5) + 1;
  return `${era * 400 + year + (month <= 2 ? 1 : 0)}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
};

/**
 * "2026-01-05 08:00 UTC" for a moment, seconds cut off; nothing from the year 10000 on. Reckoned by hand: the
 * platform's own dates can read the clock and the zone, so the core does without them.
 *
 * @see H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", https://howardhinnant.github.io/date_algorithms.html
 */
export const utc = (atMs: number): string | undefined => {
  if (atMs >= TOO_LATE_MS) return undefined;
  const minutes = Math.floor(atMs / MS_PER_MINUTE);
  const minute = minutes % MINUTES_PER_DAY;
  const time = `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
  return `${dateOf(Math.floor(minutes / MINUTES_PER_DAY))} ${time} UTC`;
};

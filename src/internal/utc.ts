export const DAY_MS = 86_400_000;

/** Days of 400 years, and from 0000-03-01 to 1970-01-01. */
export const ERA_DAYS = 146_097;
export const TO_1970_DAYS = 719_468;

const padded = (number: number, width: number): string => String(number).padStart(width, "0");

/**
 * The day of a moment from 1970 on, such as `1970-01-21`.
 *
 * @see H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2021,
 * https://howardhinnant.github.io/date_algorithms.html, `civil_from_days`: years start in March, so that the
 * leap day is the last.
 */
export const utcDay = (atMs: number): string => {
  const days = Math.floor(atMs / DAY_MS) + TO_1970_DAYS;
  const era = Math.floor(days / ERA_DAYS);
  const ofEra = days - era * ERA_DAYS;
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return `${padded(year + era * 400 + (month <= 2 ? 1 : 0), 4)}-${padded(month, 2)}-${padded(day, 2)}`;
};

/**
 * A moment from 1970 on in ISO 8601, such as `2026-01-05T08:00:00.000Z`: the clock is not asked, so no
 * `Date`.
 */
export const utc = (atMs: number): string => {
  const ms = Math.floor(atMs % DAY_MS);
  const [hours, minutes, seconds] = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map(Math.floor);
  const time = [hours, minutes, seconds].map((part = 0) => padded(part, 2)).join(":");
  return `${utcDay(atMs)}T${time}.${padded(ms % 1000, 3)}Z`;
};

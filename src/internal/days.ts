import { DAY_MS, ERA_DAYS, TO_1970_DAYS, utcDay } from "./utc.js";

/** Days since 1970-01-01. */
export type Day = number;

/**
 * The day of a date such as "2026-12-24"; nothing where there is no such date.
 *
 * @see H. Hinnant, as named in `utc.ts`, `days_from_civil`.
 */
export const dayOf = (date: string): Day | undefined => {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  if (parts === null) return undefined;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const fromMarch = (month + 9) % 12;
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const ofEra = marchYear - era * 400;
  const ofYear = Math.floor((153 * fromMarch + 2) / 5) + day - 1;
  const found =
    era * ERA_DAYS + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - TO_1970_DAYS;
  return dateOf(found) === date ? found : undefined;
};

/** "2026-12-24" for its day. */
export const dateOf = (day: Day): string => utcDay(day * DAY_MS);

/** The first day of the same month. */
export const firstOfMonth = (day: Day): Day => day - Number(dateOf(day).slice(-2)) + 1;

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

import { Temporal } from "temporal-polyfill";

const MINUTE_MS = 60_000;
const HOUR = 60;

/** A clock on a wall, written down minute by minute. */
export interface Clock {
  readonly zone: string;
  readonly startMs: number;
  /** What it shows at each minute, in minutes since 1970-01-01T00:00 on the clock. */
  readonly shows: Int32Array;
}

const zoned = (zone: string, atMs: number) =>
  Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone);

/** What Intl says that a clock shows, for a check of Temporal by a second judge. */
const shownByIntl = (zone: string): ((atMs: number) => number) => {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
  });
  return (atMs) => Date.parse(`${format.format(atMs).replace(" ", "T")}Z`) / MINUTE_MS;
};

/**
 * Written down from the changes that Temporal knows, since a question for each of a million minutes takes seconds a zone. Intl is
 * asked once an hour, and every minute on days when clocks change.
 */
export const clockOf = (zone: string, fromYear: number, toYear: number): Clock => {
  const [startMs, endMs] = [Date.UTC(fromYear, 0), Date.UTC(toYear + 1, 0)];
  const shows = new Int32Array((endMs - startMs) / MINUTE_MS);
  const told = shownByIntl(zone);
  const changes = new Set<number>();
  let atMs = startMs;
  while (atMs < endMs) {
    const here = zoned(zone, atMs);
    const changeMs = here.getTimeZoneTransition("next")?.epochMilliseconds ?? endMs;
    const untilMs = Math.min(changeMs, endMs);
    const offset = here.offsetNanoseconds / 60e9;
    for (; atMs < untilMs; atMs += MINUTE_MS) shows[(atMs - startMs) / MINUTE_MS] = atMs / MINUTE_MS + offset;
    changes.add((untilMs - startMs) / MINUTE_MS);
  }
  const check = (minute: number): void => {
    const wanted = told(startMs + minute * MINUTE_MS);
    if (shows[minute] !== wanted) throw new Error(`${zone}: Temporal and Intl differ at minute ${minute}`);
  };
  for (let minute = 0; minute < shows.length; minute += HOUR) check(minute);
  for (const change of changes)
    for (
      let minute = Math.max(0, change - 12 * HOUR);
      minute < Math.min(shows.length, change + 12 * HOUR);
      minute += 1
    )
      check(minute);
  return { zone, startMs, shows };
};

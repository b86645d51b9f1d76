import { Temporal } from "temporal-polyfill";
import type { CalendarLimit } from "../../../src/index.js";

type Clock = Temporal.ZonedDateTime | Temporal.PlainDateTime;

const firstOf = ({ per, weekStart = 1 }: Pick<CalendarLimit, "per" | "weekStart">, clock: Clock): string => {
  const date = clock.toPlainDate();
  switch (per) {
    case "hour":
      return `${date} ${String(clock.hour).padStart(2, "0")}`;
    case "day":
      return `${date}`;
    case "week":
      return `${date.subtract({ days: (date.dayOfWeek - weekStart + 7) % 7 })}`;
    case "month":
      return `${date}`.slice(0, 7);
  }
};

const later = (a: string, b: string): string => (a < b ? b : a);

/** What a clock calls the hour, day, week or month at a moment; while it shows again what it has shown, the latest of what it showed. */
const label = (limit: Omit<CalendarLimit, "most">, zone: string, atMs: number): string => {
  const now = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone);
  const change = now.add({ nanoseconds: 1 }).getTimeZoneTransition("previous");
  const shown = firstOf(limit, now);
  return change === null ? shown : later(shown, firstOf(limit, change.subtract({ milliseconds: 1 })));
};

const known = new Map<string, string>();

/** Leads share a window where they share its label. */
export const labelOf = (limit: Omit<CalendarLimit, "most">, zone: string, atMs: number): string => {
  const key = `${limit.per} ${limit.weekStart} ${zone} ${atMs}`;
  const found = known.get(key) ?? label(limit, zone, atMs);
  known.set(key, found);
  return found;
};

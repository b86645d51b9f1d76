import { OFFICES, type Person } from "../../bench/officeYear.js";

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const DAY_MS = 86_400_000;

const formats = new Map(
  Object.keys(OFFICES).map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat("en-CA", {
      timeZone,
      weekday: "short",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    }),
  ]),
);

/** What a clock and a calendar on the wall of an office show. */
const shown = (timeZone: string, atMs: number) => {
  const parts = formats.get(timeZone)?.formatToParts(new Date(atMs)) ?? [];
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return {
    date: `${of("year")}-${of("month")}-${of("day")}`,
    time: `${of("hour")}:${of("minute")}`,
    weekday: WEEKDAYS.indexOf(of("weekday")) + 1,
  };
};

const dayBefore = (date: string): string =>
  new Date(Date.parse(`${date}T12:00Z`) - DAY_MS).toISOString().slice(0, 10);

/** Whether somebody is at work, by looking at the wall: what the library is held to, without it. */
export const isIn = ({ timeZone, shift, leaves }: Person, atMs: number): boolean => {
  const { date, time, weekday } = shown(timeZone, atMs);
  if (leaves.some(([first, last]) => first <= date && date <= last)) return false;
  const begun = (on: string, day: number, covers: (from: string, to: string) => boolean): boolean =>
    !OFFICES[timeZone]?.includes(on) &&
    shift.some(({ days, from, to }) => days.includes(day) && covers(from, to));
  return (
    begun(date, weekday, (from, to) => from <= time && (time < to || to <= from)) ||
    begun(dayBefore(date), weekday === 1 ? 7 : weekday - 1, (from, to) => to <= from && time < to)
  );
};

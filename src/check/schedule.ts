import { dayOf } from "../internal/days.js";
import { quoted } from "../internal/quoted.js";
import type { Problem } from "../model/problem.js";
import type { Rep } from "../model/rep.js";
import type { DatedHours, Schedule, Span, WeeklyHours } from "../model/schedule.js";
import { isTimeZone } from "../time/isTimeZone.js";
import { localSpan } from "../time/localSpan.js";
import { BEGINS, ENDS } from "../time/timeOfDay.js";
import { andThen, fault, listOf, must, otherwise, recordOf, type Shape, text } from "./shape.js";

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

/** Says what it found, which is most often a slip of a few letters. */
const written = (holds: (given: string) => boolean, what: string): Shape =>
  andThen(text, (given) => (holds(given as string) ? [] : otherwise(what, given)));

export const beginShape = written((time) => BEGINS.test(time), 'a time from "00:00" to "23:59"');

export const endShape = written((time) => ENDS.test(time), 'a time from "00:00" to "24:00"');

export const dateShape = written((date) => dayOf(date) !== undefined, 'a date, such as "2026-12-24"');

export const weekdayShape = must(
  (day) => Number.isInteger(day) && (day as number) >= 1 && (day as number) <= 7,
  "a whole number from 1 (Monday) to 7 (Sunday)",
);

/** Any zone that this runtime knows the clocks of. */
export const zoneShape: Shape = andThen(text, (zone) =>
  isTimeZone(zone as string)
    ? []
    : fault(`is not a time zone that this runtime knows: ${quoted(zone as string)}`),
);

/** Of more than seven days one of the first eight stands twice. */
export const noDayTwice: Shape = (value) =>
  (value as readonly number[])
    .slice(0, 8)
    .flatMap((day, i, days) =>
      days.indexOf(day) === i ? [] : fault(`must not be named twice: ${day}`, [i]),
    );

const weekdays = andThen(listOf(weekdayShape), noDayTwice);

/** Part of a line, and who says so. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly by: number;
}

/** Who overlaps whom, each named once, the later of the two first. */
const overlaps = (parts: readonly Part[]): readonly (readonly [later: number, earlier: number])[] => {
  const sorted = [...parts].sort((a, b) => a.from - b.from);
  const pairs = new Map<string, readonly [number, number]>();
  let furthest = sorted[0];
  for (const part of sorted.slice(1)) {
    const before = furthest as Part;
    if (part.from < before.to && part.by !== before.by) {
      const pair = [Math.max(part.by, before.by), Math.min(part.by, before.by)] as const;
      pairs.set(pair.join(), pair);
    }
    if (part.to > before.to) furthest = part;
  }
  return [...pairs.values()].sort(([a, b], [c, d]) => a - c || b - d);
};

const notApart = (parts: readonly Part[], list: string, what: string): readonly Problem[] =>
  overlaps(parts).flatMap(([later, earlier]) => fault(`must not ${what} ${list}[${earlier}]`, [list, later]));

const OVERLAP = "overlap";

/** The spans on a line of two weeks, so that a Sunday night meets the next Monday. One entry, of a day at most, leaves room for itself. */
const weekApart = (hours: readonly WeeklyHours[]): readonly Problem[] => {
  if (hours.length < 2) return [];
  const parts = hours.flatMap((span, by) => {
    const { from, to } = localSpan(span);
    return span.days.flatMap((day) =>
      [(day - 1) * DAY_MS, (day - 1) * DAY_MS + WEEK_MS].map((at) => ({ from: at + from, to: at + to, by })),
    );
  });
  return notApart(parts, "hours", OVERLAP);
};

const dayApart = (hours: readonly Span[]): readonly Problem[] =>
  notApart(
    hours.map((span, by) => ({ ...localSpan(span), by })),
    "hours",
    OVERLAP,
  );

const datesApart = (dates: readonly DatedHours[]): readonly Problem[] =>
  notApart(
    dates.map(({ date, lastDate = date }, by) => ({
      from: dayOf(date) as number,
      to: (dayOf(lastDate) as number) + 1,
      by,
    })),
    "dates",
    "cover a date of",
  );

/** What the parts of a dated entry must be together, where each is good. */
export const datedRule: Shape = (value) => {
  const { date, lastDate = date, hours = [] } = value as DatedHours;
  const faults = dayApart(hours);
  return lastDate < date ? [...faults, ...fault("must not be before date", ["lastDate"])] : faults;
};

/** What the parts of a schedule must be together, where each is good. */
export const scheduleRule: Shape = (value) => {
  const { like, timeZone, hours = [], dates = [] } = value as Schedule;
  const isAlone = like === undefined && timeZone === undefined;
  return [
    ...(isAlone
      ? fault("is missing: give a time zone, or a schedule of the roster that it is like", ["timeZone"])
      : []),
    ...weekApart(hours),
    ...datesApart(dates),
  ];
};

/** What a schedule that others are like must be beside. */
export const namedRule: Shape = (value) =>
  (value as Schedule).like === undefined
    ? []
    : fault("must not stand in a schedule that others are like", ["like"]);

const span = { from: beginShape, to: endShape };

const spans = listOf(recordOf(span));

/** What the core asks of a rep's schedule; whether there is one that it is `like` is for the roster to say. */
export const scheduleShape = andThen(
  recordOf(
    {},
    {
      like: text,
      timeZone: zoneShape,
      hours: listOf(recordOf({ ...span, days: weekdays })),
      dates: listOf(
        andThen(recordOf({ date: dateShape }, { lastDate: dateShape, hours: spans, off: spans }), datedRule),
      ),
    },
  ),
  scheduleRule,
);

/** What the core asks of a schedule by name. */
export const namedScheduleShape = andThen(scheduleShape, namedRule);

/** Names that no schedule has, of the reps of a roster that may have other faults too. */
export const likesNobody = (reps: readonly unknown[], schedules: unknown): readonly Problem[] =>
  reps.flatMap((rep, i) => {
    const like = (rep as Partial<Rep> | undefined | null)?.schedule?.like;
    if (typeof like !== "string" || Object.hasOwn(Object(schedules), like)) return [];
    return fault(`names no schedule of the roster: ${quoted(like)}`, ["reps", i, "schedule", "like"]);
  });

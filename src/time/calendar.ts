import { type Day, dayOf, weekdayOf } from "../internal/days.js";
import { demand } from "../internal/demand.js";
import { quoted } from "../internal/quoted.js";
import { remember } from "../internal/remember.js";
import type { DatedHours, Schedule, Span, WeeklyHours } from "../model/schedule.js";
import { demandZone } from "./demandZone.js";
import { type LocalSpan, localSpan, WHOLE_DAY } from "./localSpan.js";
import { BEGINS, ENDS } from "./timeOfDay.js";

/** What differs from the week from one day to another, both included. */
interface Exception {
  readonly first: Day;
  readonly last: Day;
  readonly hours: readonly LocalSpan[] | undefined;
  readonly off: readonly LocalSpan[];
}

/** A schedule as it is reckoned with. */
export interface Calendar {
  readonly timeZone: string;
  /** Open all the time, whatever the date. */
  readonly isEndless: boolean;
  /** The spans that begin on a day, by the hours of the week or of the date. */
  readonly hoursOn: (day: Day) => readonly LocalSpan[];
  /** What is taken out, by where it begins. */
  readonly offOn: (day: Day) => readonly LocalSpan[];
}

const NONE: readonly LocalSpan[] = [];

const spanFrom = (span: Span): LocalSpan => {
  const { from, to } = span;
  demand(
    BEGINS.test(from) && ENDS.test(to),
    `schedule: ${quoted(`${from}-${to}`)} is no span, such as "09:00-17:00"`,
  );
  return localSpan(span);
};

const dayFrom = (date: string): Day => {
  const day = dayOf(date);
  demand(day !== undefined, `schedule: there is no date ${quoted(date)}`);
  return day as Day;
};

const exceptionFrom = ({ date, lastDate = date, hours, off = [] }: DatedHours): Exception => ({
  first: dayFrom(date),
  last: dayFrom(lastDate),
  hours: hours?.map(spanFrom),
  off: off.map(spanFrom),
});

const isWeekday = (day: number): boolean => Number.isInteger(day) && day >= 1 && day <= 7;

/** The hours of each weekday, Monday first. */
const weekFrom = (hours: readonly WeeklyHours[]): readonly (readonly LocalSpan[])[] => {
  demand(
    hours.every(({ days }) => days.every(isWeekday)),
    "schedule: days must be whole numbers from 1 (Monday) to 7 (Sunday)",
  );
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    hours.filter(({ days }) => days.includes(weekday)).map(spanFrom),
  );
};

/** The exception of a day, of many by halving: they are sorted and do not overlap. */
const exceptionOn = (exceptions: readonly Exception[], day: Day): Exception | undefined => {
  let [low, high] = [0, exceptions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((exceptions[middle] as Exception).last < day) low = middle + 1;
    else high = middle;
  }
  const found = exceptions[low];
  return found !== undefined && found.first <= day ? found : undefined;
};

/** Reads a schedule once. Whatever is no schedule, or not one by itself, is a mistake of the caller. */
export const calendarOf = remember((schedule: Schedule): Calendar => {
  const { like, timeZone, hours, dates = [] } = schedule;
  demand(
    like === undefined,
    `schedule: "like" names hours of a roster, and here is none: give the hours themselves, as workingTimeOf does`,
  );
  demandZone("schedule", timeZone as string);
  const week = hours && weekFrom(hours);
  const exceptions = dates.map(exceptionFrom).sort((a, b) => a.first - b.first);
  return {
    timeZone: timeZone as string,
    isEndless: week === undefined && exceptions.length === 0,
    hoursOn: (day) => {
      const spans = exceptionOn(exceptions, day)?.hours ?? week?.[weekdayOf(day) - 1];
      return spans ?? [WHOLE_DAY];
    },
    offOn: (day) => exceptionOn(exceptions, day)?.off ?? NONE,
  };
});

import { MOST_IN_ROLLING } from "../internal/mostInRolling.js";
import type { CalendarLimit, RollingLimit } from "../model/limit.js";
import type { Problem } from "../model/problem.js";
import { weekdayShape, zoneShape } from "./schedule.js";
import { andThen, count, fault, listOf, must, oneOf, recordOf, type Shape } from "./shape.js";

const wholeFrom1 = (what: string): Shape =>
  must((value) => Number.isSafeInteger(value) && (value as number) >= 1, what);

/** The most leads: whoever is to have none has other ways to say so. */
export const mostShape = wholeFrom1(
  "a whole number, at least 1: to give a rep no leads, use weight 0, capacity 0 or active: false",
);

export const leastShape = wholeFrom1("a whole number, at least 1");

export const windowMsShape = wholeFrom1("whole milliseconds above 0");

const perShape = oneOf("hour", "day", "week", "month");

const ofCalendar = { timeZone: zoneShape, weekStart: weekdayShape };

const tooMany = (path: Problem["path"], amount: number): readonly Problem[] =>
  amount <= MOST_IN_ROLLING
    ? []
    : fault(`must be at most ${MOST_IN_ROLLING} with windowMs: so many moments are remembered`, path);

/** What the fields of a limit must be together, asked where each of them is good; the first fault says enough. */
export const limitFits: Shape = (value) => {
  const { per, windowMs, most, ramp = [], ...others } = value as Partial<CalendarLimit & RollingLimit>;
  if ((windowMs === undefined) === (per === undefined)) return fault("must have either per or windowMs");
  if (windowMs === undefined) return [];
  const strangers = (["timeZone", "weekStart"] as const).filter((name) => others[name] !== undefined);
  const faults = [
    ...strangers.flatMap((name) => fault("goes with per: leave it out", [name])),
    ...tooMany(["most"], most as number),
    ...ramp.flatMap((each, i) => tooMany(["ramp", i], each)),
  ];
  return faults.slice(0, 1);
};

/** What the core asks of a limit. */
export const limitShape = andThen(
  recordOf(
    { most: mostShape },
    { per: perShape, windowMs: windowMsShape, ramp: listOf(count), ...ofCalendar },
  ),
  limitFits,
);

/** What the core asks of a quota. */
export const quotaShape = recordOf({ least: leastShape, per: perShape }, ofCalendar);

import * as z from "zod";
import * as core from "../check/schedule.js";
import { BEGINS, ENDS } from "../time/timeOfDay.js";
import { list, record } from "./composites.js";
import { ruled } from "./rule.js";
import { text, timeZone } from "./texts.js";
import { sayingOnly } from "./words.js";

const begins = text.regex(BEGINS, sayingOnly(core.beginShape));

const ends = text.regex(ENDS, sayingOnly(core.endShape));

/** The form, which JSON Schema can say, and then whether there is such a date. */
const date = text
  .regex(/^\d{4}-\d\d-\d\d$/, sayingOnly(core.dateShape))
  .refine((given) => core.dateShape(given).length === 0, sayingOnly(core.dateShape));

/** Unlike a lead's, which may come from any form on the web: here the rep would never be at work. */
export const knownZone = timeZone.refine(
  (zone) => core.zoneShape(zone).length === 0,
  sayingOnly(core.zoneShape),
);

const WEEKDAY = sayingOnly(core.weekdayShape);

export const weekday = z.int(WEEKDAY).min(1, WEEKDAY).max(7, WEEKDAY);

const span = record({ from: begins, to: ends }).readonly();

const weekly = record({
  days: ruled(list(weekday).unwrap(), core.noDayTwice).readonly(),
  from: begins,
  to: ends,
}).readonly();

const dated = ruled(
  record({
    date,
    lastDate: date.exactOptional(),
    hours: list(span).exactOptional(),
    off: list(span).exactOptional(),
  }),
  core.datedRule,
).readonly();

const fields = record({
  like: text.exactOptional(),
  timeZone: knownZone.exactOptional(),
  hours: list(weekly).exactOptional(),
  dates: list(dated).exactOptional(),
});

/** A rep's. */
export const schedule = ruled(fields, core.scheduleRule).readonly();

/** One that others are like. */
export const namedSchedule = ruled(ruled(fields, core.scheduleRule), core.namedRule).readonly();

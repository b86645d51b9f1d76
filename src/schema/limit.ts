import * as z from "zod";
import * as core from "../check/limit.js";
import type { Shape } from "../check/shape.js";
import type { Limit } from "../model/limit.js";
import { list, oneOf, record } from "./composites.js";
import { count } from "./numbers.js";
import { ruled } from "./rule.js";
import { knownZone, weekday } from "./schedule.js";
import { sayingOnly } from "./words.js";

const from1 = (shape: Shape) => z.int(sayingOnly(shape)).min(1, sayingOnly(shape));

const per = oneOf("hour", "day", "week", "month");

const ofCalendar = {
  timeZone: knownZone.exactOptional(),
  weekStart: weekday.exactOptional(),
};

/** One record, and the rule says which fields go together, so that a fault is named where it is. */
export const limit = ruled(
  record({
    most: from1(core.mostShape),
    per: per.exactOptional(),
    windowMs: from1(core.windowMsShape).exactOptional(),
    ramp: list(count).exactOptional(),
    ...ofCalendar,
  }),
  core.limitFits,
).readonly() as unknown as z.ZodReadonly<z.ZodType<Limit, Limit>>;

export const quota = record({ least: from1(core.leastShape), per, ...ofCalendar }).readonly();

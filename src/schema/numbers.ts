import * as z from "zod";
import { effortShape, HIGHEST_EFFORT } from "../check/lead.js";
import { weightShape } from "../check/rep.js";
import * as core from "../check/shape.js";
import { HIGHEST_WEIGHT } from "../internal/weights.js";
import { otherUnit } from "./otherUnit.js";
import { sayingAs, sayingOnly } from "./words.js";

const COUNT = sayingAs(core.count);
const FRACTION = sayingAs(core.fraction);
const FINITE = sayingAs(core.finite);
const SAFE = sayingAs(core.safeInteger);

const isNotNegativeZero = (value: number): boolean => !Object.is(value, -0);

export const amount = z.number(sayingAs(core.amount)).min(0, sayingOnly(core.amount));

/** A moment of the library's own records. */
export const moment = z.number(sayingAs(core.moment)).min(0, sayingOnly(core.moment));

export const fraction = z.number(FRACTION).min(0, FRACTION).max(1, FRACTION);

export const finite = z.number(FINITE).refine(isNotNegativeZero, FINITE);

export const count = z.int(COUNT).min(0, COUNT).refine(isNotNegativeZero, COUNT);

export const safeInteger = z.int(SAFE).refine(isNotNegativeZero, SAFE);

export const weight = amount
  .max(HIGHEST_WEIGHT, sayingOnly(weightShape))
  .refine((value) => weightShape(value).length === 0, sayingAs(weightShape));

export const effort = count.max(HIGHEST_EFFORT, sayingAs(effortShape));

/** Where the calendar of ECMAScript ends: 13 September 275760. */
const LATEST_MS = 8_640_000_000_000_000;

/** A {@link moment} that somebody else wrote down. */
export const instant = moment
  .max(LATEST_MS, { error: `must be at most ${LATEST_MS}, in the year 275760`, abort: true })
  .refine((value) => otherUnit(value) === undefined, { error: ({ input }) => otherUnit(input as number) });

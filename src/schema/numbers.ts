import * as z from "zod";
import { effortShape, HIGHEST_EFFORT } from "../check/lead.js";
import { weightShape } from "../check/rep.js";
import * as core from "../check/shape.js";
import { HIGHEST_WEIGHT } from "../internal/weights.js";
import { otherUnit } from "./otherUnit.js";
import { saying, wordsOf } from "./words.js";

const AMOUNT = saying(wordsOf(core.amount));
const MOMENT = saying(wordsOf(core.moment));
const COUNT = saying(wordsOf(core.count));
const FRACTION = saying(wordsOf(core.fraction));
const FINITE = saying(wordsOf(core.finite));
const SAFE = saying(wordsOf(core.safeInteger));

const isNotNegativeZero = (value: number): boolean => !Object.is(value, -0);

export const amount = z.number(AMOUNT).min(0, { ...AMOUNT, abort: true });

/** A moment of the library's own records. */
export const moment = z.number(MOMENT).min(0, { ...MOMENT, abort: true });

export const fraction = z.number(FRACTION).min(0, FRACTION).max(1, FRACTION);

export const finite = z.number(FINITE).refine(isNotNegativeZero, FINITE);

export const count = z.int(COUNT).min(0, COUNT).refine(isNotNegativeZero, COUNT);

export const safeInteger = z.int(SAFE).refine(isNotNegativeZero, SAFE);

const WEIGHT = saying(wordsOf(weightShape));

export const weight = amount
  .max(HIGHEST_WEIGHT, { ...WEIGHT, abort: true })
  .refine((value) => weightShape(value).length === 0, WEIGHT);

const EFFORT = saying(wordsOf(effortShape));

export const effort = count.max(HIGHEST_EFFORT, EFFORT);

/** Where the calendar of ECMAScript ends: 13 September 275760. */
const LATEST_MS = 8_640_000_000_000_000;

/** A {@link moment} that somebody else wrote down. */
export const instant = moment
  .max(LATEST_MS, { error: `must be at most ${LATEST_MS}, in the year 275760`, abort: true })
  .refine((value) => otherUnit(value) === undefined, { error: ({ input }) => otherUnit(input as number) });

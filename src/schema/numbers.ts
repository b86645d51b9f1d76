import * as z from "zod";
import { weightShape } from "../check/rep.js";
import * as core from "../check/shape.js";
import { otherUnit } from "./otherUnit.js";
import { saying, wordsOf } from "./words.js";

const AMOUNT = wordsOf(core.amount);
const COUNT = wordsOf(core.count);
const FRACTION = wordsOf(core.fraction);
const FINITE = wordsOf(core.finite);
const SAFE = wordsOf(core.safeInteger);

const isNotNegativeZero = (value: number): boolean => !Object.is(value, -0);

export const amount = z.number(saying(AMOUNT)).min(0, { error: AMOUNT, abort: true });

export const fraction = z.number(saying(FRACTION)).min(0, FRACTION).max(1, FRACTION);

export const finite = z.number(saying(FINITE)).refine(isNotNegativeZero, FINITE);

export const count = z.int(saying(COUNT)).min(0, COUNT).refine(isNotNegativeZero, COUNT);

export const safeInteger = z.int(saying(SAFE)).refine(isNotNegativeZero, SAFE);

const HIGHEST_WEIGHT = 10_000;

const weightWords = (value: unknown): string | undefined => weightShape(value)[0]?.message;

export const weight = amount
  .max(HIGHEST_WEIGHT, { error: ({ input }) => weightWords(input), abort: true })
  .refine((value) => weightWords(value) === undefined, { error: ({ input }) => weightWords(input) });

/** Where the calendar of ECMAScript ends: 13 September 275760. */
const LATEST_MS = 8_640_000_000_000_000;

/**
 * A moment that somebody else wrote down. Those that come back from the library's own records are an {@link
 * amount}.
 */
export const instant = amount
  .max(LATEST_MS, { error: `must be at most ${LATEST_MS}, in the year 275760`, abort: true })
  .refine((value) => otherUnit(value) === undefined, { error: ({ input }) => otherUnit(input as number) });

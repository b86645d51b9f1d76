import { isRecord, notARecord } from "../../check/shape.js";
import { type Reading, report } from "./reading.js";

/** The prototype of a literal, in any realm, has none itself; that of a class has one. */
const isPlain = (value: object): boolean => {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

/** The value as an object like those that `JSON.parse` makes, or nothing when that was reported. */
export const plainRecord = (
  value: unknown,
  reading: Reading,
): Readonly<Record<string, unknown>> | undefined => {
  if (isRecord(value) && isPlain(value)) return value;
  report(reading, isRecord(value) ? "must be a plain object, not one of a class" : notARecord(value));
  return undefined;
};

import { textOf } from "../internal/textOf.js";
import type { Problem } from "../model/problem.js";
import { found } from "./found.js";

/** Says every fault of a value, with paths that start at the value; an empty list where there is none. */
export type Shape = (value: unknown) => readonly Problem[];

const NONE: readonly Problem[] = [];

/** One fault, of the value itself or of what stands at the path in it. */
export const fault = (message: string, path: Problem["path"] = []): readonly Problem[] => [{ path, message }];

/** The same faults, seen from one step further up. */
export const below = (step: string | number, faults: readonly Problem[]): readonly Problem[] =>
  faults.length === 0 ? NONE : faults.map(({ path, message }) => ({ path: [step, ...path], message }));

/** One by one: a spread of 100,000 arguments would overflow the stack. */
const append = (faults: Problem[], more: readonly Problem[]): void => {
  for (const each of more) faults.push(each);
};

/** More entries than any list of a host has; a list that only claims to be long would never end. */
export const MOST_ENTRIES = 10_000_000;

/** Whoever has more faults than this in one list learns no more from the rest, and memory is not endless. */
const MOST_FAULTS = 250_000;

/** A shape from a test and the words for what must hold. */
export const must =
  (holds: (value: unknown) => boolean, what: string): Shape =>
  (value) =>
    holds(value) ? NONE : fault(`must be ${what}`);

/** U+0000 or a surrogate without its partner: with them, two texts may become one in a store. */
const UNSTORABLE = /[\0\p{Cs}]/u;

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

/** Stands between what must be and what was found. */
export const AND_IS = ", and is ";

export const otherwise = (what: string, value: unknown): readonly Problem[] =>
  fault(`must be ${what}${AND_IS}${found(value)}`);

export const text: Shape = (value) => (typeof value === "string" ? NONE : otherwise("text", value));

const storable: Shape = must(
  (value) => !UNSTORABLE.test(value as string),
  "text without U+0000 or lone surrogates",
);

export const callable: Shape = must((value) => typeof value === "function", "a function");

export const flag: Shape = must((value) => typeof value === "boolean", "true or false");

/** A weight, level or capacity. */
export const amount: Shape = must((value) => isNumber(value) && value >= 0, "a finite number, not negative");

/** Whoever gives text or a `Date` is told what is meant by a moment. */
export const moment: Shape = (value) =>
  typeof value === "number"
    ? amount(value)
    : otherwise("milliseconds since 1970, such as Date.parse gives", value);

export const atMost = (most: number): Shape => must((value) => (value as number) <= most, `at most ${most}`);

const isNegativeZero = (value: unknown): boolean => Object.is(value, -0);

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && !isNegativeZero(value);

export const count: Shape = must((value) => isWhole(value) && value >= 0, "a whole number, not negative");

export const fraction: Shape = must(
  (value) => isNumber(value) && value >= 0 && value <= 1,
  "a number from 0 to 1",
);

export const finite: Shape = must(
  (value) => isNumber(value) && !isNegativeZero(value),
  "a finite number, not -0",
);

export const safeInteger: Shape = must(isWhole, "a safe whole number, not -0");

export const oneOf = (...options: readonly (string | number)[]): Shape =>
  must(
    (value) => options.includes(value as string | number),
    `one of ${options.map((o) => JSON.stringify(o)).join(", ")}`,
  );

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What is said of whatever is no object. */
export const notARecord = (value: unknown): string => {
  if (value === undefined) return "is missing";
  if (typeof value === "string") return "must be an object, not text: was it parsed?";
  return Array.isArray(value) ? "must be an object, not a list" : "must be an object";
};

export const listOf =
  (item: Shape): Shape =>
  (value) => {
    if (!Array.isArray(value)) return fault("must be a list");
    if (value.length > MOST_ENTRIES) return fault(`must have at most ${MOST_ENTRIES} entries`);
    const faults: Problem[] = [];
    for (let i = 0; i < value.length; i += 1) {
      append(faults, below(i, item(value[i])));
      if (faults.length >= MOST_FAULTS && i + 1 < value.length) {
        append(
          faults,
          fault(`has ${MOST_FAULTS} faults in its first ${i + 1} entries; the rest was not read`),
        );
        break;
      }
    }
    return faults;
  };

/** An object used as a dictionary: every own value has the shape. */
export const dictionaryOf =
  (item: Shape): Shape =>
  (value) =>
    isRecord(value)
      ? Object.keys(value).flatMap((key) => below(key, item(value[key])))
      : fault(notARecord(value));

/** An object with these fields. `undefined` counts as absent; fields that are not named are let be. */
export const recordOf = (
  required: Readonly<Record<string, Shape>>,
  optional: Readonly<Record<string, Shape>> = {},
): Shape => {
  const fields = Object.entries({ ...required, ...optional }).map(([key, shape]) => ({
    key,
    shape,
    isNeeded: Object.hasOwn(required, key),
  }));
  return (value) => {
    if (!isRecord(value)) return fault(notARecord(value));
    const faults: Problem[] = [];
    for (const { key, shape, isNeeded } of fields) {
      const field = value[key];
      // Most fields of most records are absent.
      if (field === undefined && !isNeeded) continue;
      if (field === undefined) append(faults, fault("is missing", [key]));
      else
        append(
          faults,
          field === null && !isNeeded ? fault("is null: leave it out", [key]) : below(key, shape(field)),
        );
    }
    return faults;
  };
};

/** An object with these fields and no others. */
export const exactly = (
  required: Readonly<Record<string, Shape>>,
  optional: Readonly<Record<string, Shape>> = {},
): Shape => {
  const fields = { ...required, ...optional };
  const known = recordOf(required, optional);
  return (value) => {
    // Text has a key for each of its characters.
    if (!isRecord(value)) return known(value);
    const others = Object.keys(value).filter((key) => !Object.hasOwn(fields, key));
    return [...known(value), ...others.flatMap((key) => fault("is not a known field", [key]))];
  };
};

/** Both shapes, and the faults of both. */
export const both =
  (first: Shape, second: Shape): Shape =>
  (value) => [...first(value), ...second(value)];

/** The second shape is asked only when the first finds nothing. */
export const andThen =
  (first: Shape, second: Shape): Shape =>
  (value) => {
    const faults = first(value);
    return faults.length > 0 ? faults : second(value);
  };

export const id: Shape = andThen(text, storable);

/** The faults of an argument under its name. Reading that throws (a getter, a revoked proxy) is a fault too. */
export const faultsOf = (name: string, shape: Shape, value: unknown): readonly Problem[] => {
  try {
    return below(name, shape(value));
  } catch (thrown) {
    return fault(`could not be read: ${textOf(thrown)}`, [name]);
  }
};

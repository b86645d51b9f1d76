import { textOf } from "../internal/textOf.js";
import type { Problem } from "../model/problem.js";

/** Says every fault of a value, with paths that start at the value; an empty list where there is none. */
export type Shape = (value: unknown) => readonly Problem[];

const NONE: readonly Problem[] = [];

const fault = (message: string): readonly Problem[] => [{ path: [], message }];

/** The same faults, seen from one step further up. */
export const below = (step: string | number, faults: readonly Problem[]): readonly Problem[] =>
  faults.length === 0 ? NONE : faults.map(({ path, message }) => ({ path: [step, ...path], message }));

/** One by one: a spread of 100,000 arguments would overflow the stack. */
const append = (faults: Problem[], more: readonly Problem[]): void => {
  for (const each of more) faults.push(each);
};

/** A shape from a test and the words for what must hold. */
const must =
  (holds: (value: unknown) => boolean, what: string): Shape =>
  (value) =>
    holds(value) ? NONE : fault(`must be ${what}`);

/** U+0000 or a surrogate without its partner: with them, two texts may become one in a store. */
const UNSTORABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

export const text: Shape = must((value) => typeof value === "string", "a string");

export const id: Shape = must(
  (value) => typeof value === "string" && !UNSTORABLE.test(value),
  "a string without U+0000 or lone surrogates",
);

export const callable: Shape = must((value) => typeof value === "function", "a function");

export const flag: Shape = must((value) => typeof value === "boolean", "true or false");

/** A time, weight, score, level or capacity. */
export const amount: Shape = must((value) => isNumber(value) && value >= 0, "a finite number, not negative");

export const count: Shape = must(
  (value) => Number.isSafeInteger(value) && (value as number) >= 0 && !Object.is(value, -0),
  "a whole number, not negative",
);

export const fraction: Shape = must(
  (value) => isNumber(value) && value >= 0 && value <= 1,
  "a number from 0 to 1",
);

export const finite: Shape = must(
  (value) => isNumber(value) && !Object.is(value, -0),
  "a finite number (and not -0)",
);

export const safeInteger: Shape = must(
  (value) => Number.isSafeInteger(value) && !Object.is(value, -0),
  "a safe whole number (and not -0)",
);

export const oneOf = (...options: readonly (string | number)[]): Shape =>
  must(
    (value) => options.includes(value as string | number),
    `one of ${options.map((o) => JSON.stringify(o)).join(", ")}`,
  );

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const listOf =
  (item: Shape): Shape =>
  (value) => {
    if (!Array.isArray(value)) return fault("must be a list");
    const faults: Problem[] = [];
    for (let i = 0; i < value.length; i += 1) append(faults, below(i, item(value[i])));
    return faults;
  };

/** A list with at least one item. */
export const someOf = (item: Shape): Shape => {
  const list = listOf(item);
  return (value) => (Array.isArray(value) && value.length === 0 ? fault("must not be empty") : list(value));
};

/** An object used as a dictionary: every own value has the shape. */
export const dictionaryOf =
  (item: Shape): Shape =>
  (value) => {
    if (!isRecord(value)) return fault("must be an object");
    return Object.keys(value).flatMap((key) => below(key, item(value[key])));
  };

/** An object with these fields. `undefined` counts as absent; fields that are not named are let be. */
export const recordOf = (
  required: Readonly<Record<string, Shape>>,
  optional: Readonly<Record<string, Shape>> = {},
): Shape => {
  const needed = Object.entries(required);
  const allowed = Object.entries(optional);
  return (value) => {
    if (!isRecord(value)) return fault(value === undefined ? "is missing" : "must be an object");
    const faults: Problem[] = [];
    for (const [key, shape] of needed) {
      const field = value[key];
      append(faults, below(key, field === undefined ? fault("is missing") : shape(field)));
    }
    for (const [key, shape] of allowed) {
      const field = value[key];
      if (field === null) append(faults, below(key, fault("is null: leave out what is not known")));
      else if (field !== undefined) append(faults, below(key, shape(field)));
    }
    return faults;
  };
};

/** An object with these fields and no others. */
export const exactly = (fields: Readonly<Record<string, Shape>>): Shape => {
  const named = recordOf(fields);
  return (value) => {
    const faults = named(value);
    if (!isRecord(value)) return faults;
    const strangers = Object.keys(value).filter((key) => !Object.hasOwn(fields, key));
    return [...faults, ...strangers.flatMap((key) => below(key, fault("is not a known field")))];
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

/** The faults of an argument under its name. Reading that throws (a getter, a revoked proxy) is a fault too. */
export const faultsOf = (name: string, shape: Shape, value: unknown): readonly Problem[] => {
  try {
    return below(name, shape(value));
  } catch (thrown) {
    return [{ path: [name], message: `could not be read: ${textOf(thrown)}` }];
  }
};

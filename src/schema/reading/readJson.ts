import { readDictionary } from "./readDictionary.js";
import { type Read, type Reading, report } from "./reading.js";
import { readList } from "./readList.js";

/** Deeper than free data in use, and shallow enough to be walked by recursion. Stops what holds itself, too. */
const DEEPEST = 64;

/** Free data of one name; lists that stand in each other twice hold 2^64 values in a few bytes. */
const MOST_PARTS = 1_000_000;

const NO_JSON = "must be JSON: text, a finite number, true, false, null, a list or an object";

/** Text, number, true, false or null. */
const readScalar: Read = (value, reading) => {
  if (value === undefined) report(reading, "is undefined: leave it out");
  else if (
    value !== null &&
    typeof value !== "string" &&
    typeof value !== "boolean" &&
    !Number.isFinite(value)
  )
    report(reading, NO_JSON);
  return value;
};

const isComposite = (value: unknown): value is object => typeof value === "object" && value !== null;

const readComposite = (value: object, reading: Reading): unknown => {
  const top = reading.path.length;
  const enough = reading.left - MOST_PARTS;
  let refusal: string | undefined;
  const read: Read = (part) => {
    // Nothing more is looked at once it is refused: what holds itself twice would go on for ever.
    if (refusal !== undefined) return undefined;
    if (reading.left < enough) refusal = `must not hold more than ${MOST_PARTS} values`;
    if (!isComposite(part)) return readScalar(part, reading);
    if (reading.path.length - top >= DEEPEST) {
      refusal = `must not be nested more than ${DEEPEST} deep`;
      return undefined;
    }
    return Object.freeze((Array.isArray(part) ? inList : inRecord)(part, reading));
  };
  const inList = readList(read);
  const inRecord = readDictionary(read);
  const copy = read(value, reading);
  if (refusal !== undefined) report(reading, refusal);
  return copy;
};

/** Free data: nothing but what `JSON.stringify` and `JSON.parse` give back. */
export const readJson: Read = (value, reading) =>
  isComposite(value) ? readComposite(value, reading) : readScalar(value, reading);

import { remember } from "../../internal/remember.js";
import { MISSING } from "../words.js";
import { nearest } from "./nearest.js";
import { plainRecord } from "./plainRecord.js";
import { isOver, type Read, type Reading, readAt, report } from "./reading.js";

/** How one field is read, and whether it must be there. */
export interface Field {
  readonly read: Read;
  readonly isNeeded: boolean;
}

/** `undefined` counts as absent, as in the core. */
const present =
  ({ read, isNeeded }: Field): Read =>
  (value, reading) => {
    if (value !== undefined && (value !== null || isNeeded)) return read(value, reading);
    if (value === null) report(reading, "is null: leave it out");
    else if (isNeeded) report(reading, MISSING);
    return undefined;
  };

const MOST_HINTS = 1000;

/**
 * Searched once for each name, since the same slip comes often, and for so many names, since a million of
 * them would take seconds.
 */
const hinting = (known: readonly string[]): ((reading: Reading, name: string) => string) => {
  const hintsOf = remember<Reading, Map<string, string>>(() => new Map());
  return (reading, name) => {
    const hints = hintsOf(reading);
    const before = hints.get(name);
    if (before !== undefined || hints.size >= MOST_HINTS) return before ?? "";
    const hint = nearest(name, known);
    hints.set(name, hint);
    return hint;
  };
};

/** An object with these fields and no others, in this order. */
export const readRecord = (fields: ReadonlyMap<string, Field>): Read => {
  const hint = hinting([...fields.keys()]);
  const reads = [...fields].map(([name, field]) => [name, present(field), field.isNeeded] as const);
  return (value, reading) => {
    const given = plainRecord(value, reading);
    if (given === undefined) return undefined;
    const copy: Record<string, unknown> = {};
    for (const [name, read, isNeeded] of reads) {
      if (isOver(reading)) break;
      if (Object.hasOwn(given, name)) {
        const field = readAt(given, name, read, reading);
        if (field !== undefined) copy[name] = field;
      } else if (isNeeded) report(reading, MISSING, [name]);
    }
    for (const key of Reflect.ownKeys(given)) {
      if (isOver(reading)) break;
      if (typeof key === "string" && fields.has(key)) continue;
      const name = String(key);
      report(reading, `is not a known field${hint(reading, name)}`, [name]);
    }
    return copy;
  };
};

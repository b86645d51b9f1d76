import { plainRecord } from "./plainRecord.js";
import { isOver, type Read, readAt, report } from "./reading.js";

/** Every own entry of an object with names of the caller's own. */
export const readDictionary =
  (item: Read): Read =>
  (value, reading) => {
    const given = plainRecord(value, reading);
    if (given === undefined) return undefined;
    const copy: Record<string, unknown> = {};
    for (const key of Reflect.ownKeys(given)) {
      if (isOver(reading)) break;
      if (typeof key === "symbol") report(reading, "must not be a symbol", [String(key)]);
      // Written into a copy, it would change what the copy inherits instead of what it holds.
      else if (key === "__proto__") report(reading, "must have another name", [key]);
      else copy[key] = readAt(given, key, item, reading);
    }
    return copy;
  };

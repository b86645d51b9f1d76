import { MISSING } from "../words.js";
import { isOver, MOST_VALUES, type Read, readAt, report } from "./reading.js";

/** Every entry of a list, holes as what is missing. */
export const readList =
  (item: Read): Read =>
  (value, reading) => {
    if (!Array.isArray(value)) {
      report(reading, value === undefined ? MISSING : "must be a list");
      return undefined;
    }
    // Once: a proxy may say another length each time.
    const { length } = value;
    if (!(length <= MOST_VALUES)) {
      report(reading, `must have at most ${MOST_VALUES} entries`);
      return undefined;
    }
    const copy: unknown[] = [];
    for (let i = 0; i < length && !isOver(reading); i += 1) copy.push(readAt(value, i, item, reading));
    return copy;
  };

import { textOf } from "../../internal/textOf.js";
import type { Problem } from "../../model/problem.js";

/** How far a reading has come: where it stands, what it found, and whether it was given up. */
export interface Reading {
  readonly path: (string | number)[];
  readonly problems: Problem[];
  /** How many more values may be read. */
  left: number;
  /** Why nothing more is read. */
  stopped?: string;
}

/** Reads one value: a copy of it, or nothing when problems were reported. */
export type Read = (value: unknown, reading: Reading) => unknown;

/** As many as a roster of 100,000 reps with two faults each, and some. */
const MOST_PROBLEMS = 250_000;

/**
 * Far above any roster or state in use: what is left is a trick, such as one huge list that stands in every
 * rep.
 */
export const MOST_VALUES = 10_000_000;

export const startReading = (name: string): Reading => ({ path: [name], problems: [], left: MOST_VALUES });

export const isOver = ({ stopped }: Reading): boolean => stopped !== undefined;

/** Says what is wrong here, or at these steps further down. */
export const report = (reading: Reading, message: string, steps: Problem["path"] = []): void => {
  if (isOver(reading)) return;
  reading.problems.push({ path: [...reading.path, ...steps], message });
  if (reading.problems.length === MOST_PROBLEMS)
    reading.stopped = `is read no further: ${MOST_PROBLEMS} problems are enough`;
};

const LONGEST_REASON = 200;

const unreadable = (thrown: unknown): string =>
  `could not be read: ${textOf(thrown).slice(0, LONGEST_REASON)}`;

/** Runs code that may meet a getter or a proxy that throws: then that is what is wrong here. */
export const guarded = <A>(reading: Reading, run: () => A): A | undefined => {
  const depth = reading.path.length;
  try {
    return run();
  } catch (thrown) {
    reading.path.length = depth;
    report(reading, unreadable(thrown));
    return undefined;
  }
};

/** Reads what stands under a key, once, so that what was checked is what is kept. */
export const readAt = (holder: object, step: string | number, read: Read, reading: Reading): unknown => {
  if (reading.left <= 0) reading.stopped ??= `is read no further: it holds more than ${MOST_VALUES} values`;
  if (isOver(reading)) return undefined;
  reading.left -= 1;
  reading.path.push(step);
  const found = guarded(reading, () =>
    read((holder as Readonly<Record<string | number, unknown>>)[step], reading),
  );
  reading.path.pop();
  return found;
};

import type { EpochMs, Interval } from "../model/instant.js";

/**
 * Counts leads in windows of one kind. What it must remember of the past is a short list of numbers, empty at first; any other
 * list is counted as it reads, and nothing throws.
 */
export interface Counter {
  /** The kind of window, as it stands in the names of notes: "day Europe/Warsaw", "week 7 UTC", "3600000". */
  readonly kind: string;
  /** The window that a moment lies in; of a rolling one, the span that ends there. */
  readonly windowAt: (atMs: EpochMs) => Interval;
  /** How many leads were had in that window; nothing where it is too long ago to be known. */
  readonly had: (values: readonly number[], atMs: EpochMs) => number | undefined;
  /** The first moment, from this one on, at which one more lead leaves every window that it lies in within `most`, which is 1 or more. */
  readonly freeFrom: (values: readonly number[], most: number, atMs: EpochMs) => EpochMs;
  /** What to remember when one more lead was taken at a moment. */
  readonly taken: (values: readonly number[], most: number, atMs: EpochMs) => readonly number[];
}

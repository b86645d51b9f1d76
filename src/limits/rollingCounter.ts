import { MOST_IN_ROLLING } from "../internal/mostInRolling.js";
import type { EpochMs } from "../model/instant.js";
import type { Counter } from "./counter.js";

/** Where the latest of the forgotten moments stands, before those that are kept. */
const NOTHING_FORGOTTEN = -1;

/** A moment so long after another; never, where numbers are too large to say it. */
const after = (atMs: EpochMs, windowMs: number): EpochMs =>
  atMs + windowMs > atMs ? atMs + windowMs : Number.POSITIVE_INFINITY;

const partsOf = ([forgottenMs = NOTHING_FORGOTTEN, ...kept]: readonly number[]): readonly [
  number,
  number[],
] => [forgottenMs, kept];

/**
 * Counts in every span of one length: of two leads exactly that far apart, no span holds both.
 *
 * Kept are the moments of the last leads, sorted, and the latest moment that was forgotten. One more lead at t is too many
 * where it makes `most` + 1 moments that lie within less than the length; that is so for `most` kept ones in a row, `first`
 * to `last`, when first and last lie so close, and t to each of them. Forgotten moments are no later than the latest of them, so
 * a lead that lies a whole length after that one shares no span with any; one that does not is refused, since nobody knows.
 *
 * A moment is forgotten when a whole length has gone by since, so while moments never run back, this refuses nothing that
 * would be within the limit, however the limit changes.
 */
export const rollingCounter = (kind: string, windowMs: number): Counter => ({
  kind,
  windowAt: (atMs) => ({ fromMs: atMs - windowMs, toMs: atMs }),
  had: (values, atMs) =>
    values.reduce(
      (had, keptMs, i) => (i > 0 && keptMs <= atMs && atMs - keptMs < windowMs ? had + 1 : had),
      0,
    ),
  freeFrom: (values, most, atMs) => {
    const [forgottenMs = NOTHING_FORGOTTEN] = values;
    let freeMs = atMs;
    if (forgottenMs >= 0 && freeMs - forgottenMs < windowMs) freeMs = after(forgottenMs, windowMs);
    // Runs rise, so whoever is past the end of one is past those before it.
    for (let i = 1; i + most <= values.length; i += 1) {
      const [first, last] = [values[i] as EpochMs, values[i + most - 1] as EpochMs];
      const isFull = last - first < windowMs && last - freeMs < windowMs && freeMs - first < windowMs;
      if (isFull) freeMs = after(first, windowMs);
    }
    return freeMs;
  },
  taken: (values, most, atMs) => {
    const [forgottenMs, kept] = partsOf(values);
    kept.push(atMs);
    kept.sort((a, b) => a - b);
    const newest = kept.at(-1) as EpochMs;
    const isOver = (keptMs: EpochMs, left: number): boolean =>
      left > MOST_IN_ROLLING || (left > most && newest - keptMs >= windowMs);
    let gone = 0;
    while (isOver(kept[gone] as EpochMs, kept.length - gone)) gone += 1;
    return [gone === 0 ? forgottenMs : Math.max(forgottenMs, kept[gone - 1] as EpochMs), ...kept.slice(gone)];
  },
});

import type { EpochMs, Interval } from "../model/instant.js";
import type { CalendarLimit } from "../model/limit.js";
import { windowsOf } from "../time/windowsOf.js";
import type { Counter } from "./counter.js";

/** Where the newest window begins, how many leads lie in it, and how many in the window right before it. */
type Counts = readonly [fromMs: EpochMs, count: number, before: number];

const countsOf = ([fromMs, count = 0, before = 0]: readonly number[]): Counts | undefined =>
  fromMs === undefined ? undefined : [fromMs, count, before];

/** How many lie in a window; nothing in one that came before the two that are counted. */
const countIn = (counts: Counts | undefined, { fromMs, toMs }: Interval): number | undefined => {
  if (counts === undefined) return 0;
  const [newestMs, count, before] = counts;
  if (fromMs >= newestMs) return fromMs === newestMs ? count : 0;
  return toMs === newestMs ? before : undefined;
};

/**
 * Counts by the calendar: exactly in the newest window with a lead and the one right before it, so that leads which are decided a
 * little late, over an edge, are counted where they belong. What came before them is no longer known, and full.
 */
export const calendarCounter = (
  kind: string,
  timeZone: string,
  per: CalendarLimit["per"],
  weekStart: number,
): Counter => {
  const windowAt = windowsOf(timeZone, per, weekStart);
  return {
    kind,
    windowAt,
    had: (values, atMs) => countIn(countsOf(values), windowAt(atMs)),
    freeFrom: (values, most, atMs) => {
      const counts = countsOf(values);
      let freeMs = atMs;
      while (freeMs < Number.POSITIVE_INFINITY) {
        const around = windowAt(freeMs);
        const count = countIn(counts, around);
        if (count !== undefined && count < most) break;
        const knownMs = count === undefined && counts !== undefined ? windowAt(counts[0] - 1).fromMs : 0;
        freeMs = Math.max(around.toMs, knownMs);
      }
      return freeMs;
    },
    taken: (values, _most, atMs) => {
      const { fromMs, toMs } = windowAt(atMs);
      const counts = countsOf(values);
      if (counts === undefined) return [fromMs, 1, 0];
      const [newestMs, count, before] = counts;
      if (fromMs === newestMs) return [fromMs, count + 1, before];
      if (fromMs > newestMs) return [fromMs, 1, windowAt(newestMs).toMs === fromMs ? count : 0];
      return toMs === newestMs ? [newestMs, count, before + 1] : values;
    },
  };
};

import type { Interval } from "../model/instant.js";
import type { Calendar } from "./calendar.js";
import { isShown, momentAmong, stretchesNear } from "./local.js";
import type { LocalSpan } from "./localSpan.js";
import { merged } from "./merged.js";
import type { Stretch } from "./offset.js";

const DAY_MS = 86_400_000;
const NOON_MS = DAY_MS / 2;

/** A span ends at most two days after its day begins, and clocks are within two days of UTC, skipped days counted. */
const DAYS_BEFORE = 4;
const DAYS_AFTER = 2;

/** From the first moment at which the clock shows its beginning to the last at which it shows its end. */
const momentsOf = (stretches: readonly Stretch[], midnight: number, { from, to }: LocalSpan): Interval => ({
  fromMs: momentAmong(stretches, midnight + from, "first"),
  toMs: momentAmong(stretches, midnight + to, "last"),
});

/** Intervals less what is taken out of them; both sorted and apart. */
const without = (intervals: readonly Interval[], taken: readonly Interval[]): readonly Interval[] =>
  taken.length === 0
    ? intervals
    : intervals.flatMap(({ fromMs, toMs }) => {
        const rest: Interval[] = [];
        let startMs = fromMs;
        for (const off of taken) {
          if (off.toMs <= startMs) continue;
          if (off.fromMs >= toMs) break;
          if (off.fromMs > startMs) rest.push({ fromMs: startMs, toMs: off.fromMs });
          startMs = off.toMs;
        }
        return startMs < toMs ? [...rest, { fromMs: startMs, toMs }] : rest;
      });

/**
 * When a schedule is open between two moments: intervals in order, apart from each other, and cut off at the two.
 *
 * A date that the zone skips is one whose noon is never shown. It has no hours, and nothing is taken out of it.
 */
export const openings = (calendar: Calendar, startMs: number, endMs: number): readonly Interval[] => {
  const { timeZone, hoursOn, offOn } = calendar;
  const first = Math.floor(startMs / DAY_MS) - DAYS_BEFORE;
  const last = Math.floor(endMs / DAY_MS) + DAYS_AFTER;
  const stretches = stretchesNear(timeZone, first * DAY_MS, (last + 2) * DAY_MS);
  const open: Interval[] = [];
  const off: Interval[] = [];
  for (let day = first; day <= last; day += 1) {
    const midnight = day * DAY_MS;
    if (!isShown(stretches, midnight + NOON_MS)) continue;
    for (const span of hoursOn(day)) open.push(momentsOf(stretches, midnight, span));
    for (const span of offOn(day)) off.push(momentsOf(stretches, midnight, span));
  }
  return without(merged(open), merged(off)).flatMap(({ fromMs, toMs }) =>
    fromMs < endMs && startMs < toMs
      ? [{ fromMs: Math.max(fromMs, startMs), toMs: Math.min(toMs, endMs) }]
      : [],
  );
};

import { remember } from "../internal/remember.js";
import type { EpochMs, Interval } from "../model/instant.js";
import type { Schedule } from "../model/schedule.js";
import { calendarOf } from "./calendar.js";
import { type Lasting, lastingAt } from "./lasting.js";
import { openings } from "./openings.js";

const DAY_MS = 86_400_000;

/** Hours are written out for so many days at a time. */
const CHUNK_MS = 28 * DAY_MS;

/** Where the calendar ends, in the year 275760: later moments have no date, and so no hours. */
const END_MS = Math.floor(8.64e15 / CHUNK_MS) * CHUNK_MS;

/** As far as a search looks ahead. Whoever asks about all of time does not fill the memory with it. */
const MOST_CHUNKS = 16;

const ALWAYS: Lasting = {
  holds: true,
  fromMs: Number.NEGATIVE_INFINITY,
  toMs: Number.POSITIVE_INFINITY,
};

const AFTER_THE_END: Lasting = { holds: false, fromMs: END_MS, toMs: Number.POSITIVE_INFINITY };

/** Asks about a moment. */
export type Hours = (atMs: EpochMs) => Lasting;

const read = (schedule: Schedule): Hours => {
  const calendar = calendarOf(schedule);
  if (calendar.isEndless) return () => ALWAYS;
  const chunks = new Map<number, readonly Interval[]>();
  const chunkAt = (chunk: number): readonly Interval[] => {
    const before = chunks.get(chunk);
    if (before !== undefined) return before;
    if (chunks.size >= MOST_CHUNKS) chunks.clear();
    const made = openings(calendar, chunk * CHUNK_MS, (chunk + 1) * CHUNK_MS);
    chunks.set(chunk, made);
    return made;
  };
  let last = AFTER_THE_END;
  return (atMs) => {
    if (last.fromMs <= atMs && atMs < last.toMs) return last;
    if (atMs >= END_MS) return AFTER_THE_END;
    const chunk = Math.floor(atMs / CHUNK_MS);
    last = lastingAt(chunkAt(chunk), atMs, chunk * CHUNK_MS, (chunk + 1) * CHUNK_MS);
    return last;
  };
};

/**
 * Whether a schedule is open at a moment, and how long that is known to last; a month is written out on its first question.
 * Remembered for each schedule, so that the usual answer costs two comparisons.
 */
export const hoursOf: (schedule: Schedule) => Hours = remember(read);

import type { CalendarLimit, RollingLimit } from "../model/limit.js";
import { calendarCounter } from "./calendarCounter.js";
import type { Counter } from "./counter.js";
import { rollingCounter } from "./rollingCounter.js";

type Calendar = Pick<CalendarLimit, "per" | "timeZone" | "weekStart">;

/** What says which windows are meant. */
export type Windowed = Calendar | Pick<RollingLimit, "windowMs">;

/** Counters last, and few: there is one for each kind of window in each zone. */
const MOST_COUNTERS = 4096;

const counters = new Map<string, Counter>();

/** Always the same counter for a kind, since it remembers what it last looked up. */
const remembered = (kind: string, make: (kind: string) => Counter): Counter => {
  const known = counters.get(kind);
  if (known !== undefined) return known;
  if (counters.size >= MOST_COUNTERS) counters.clear();
  const made = make(kind);
  counters.set(kind, made);
  return made;
};

const isRolling = (windowed: Windowed): windowed is Pick<RollingLimit, "windowMs"> =>
  (windowed as Partial<RollingLimit>).windowMs !== undefined;

/** The counter for a kind of window; of a calendar, that of its own zone or else of the other. */
export const counterOf = (windowed: Windowed, otherZone: string): Counter => {
  if (isRolling(windowed))
    return remembered(String(windowed.windowMs), (kind) => rollingCounter(kind, windowed.windowMs));
  const { per, timeZone = otherZone, weekStart = 1 } = windowed;
  return remembered(per === "week" ? `week ${weekStart} ${timeZone}` : `${per} ${timeZone}`, (kind) =>
    calendarCounter(kind, timeZone, per, weekStart),
  );
};

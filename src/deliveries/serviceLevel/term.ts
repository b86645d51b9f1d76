import type { AssignedPlace } from "../../model/decision.js";
import type { EpochMs } from "../../model/instant.js";
import type { Rep } from "../../model/rep.js";
import { addWorkingMinutes } from "../../time/addWorkingMinutes.js";
import type { Terms } from "./options.js";

const MINUTE_MS = 60_000;

/** Until when first contact is due, and when to come back for it. */
export type Term = Required<Pick<AssignedPlace, "dueAtMs" | "wakeAtMs">>;

/** The next reminder, or the end. */
export const nextWakeMs = ({ remindBeforeMs }: Terms, dueAtMs: EpochMs, nowMs: EpochMs): EpochMs => {
  const beforeMs = remindBeforeMs.find((each) => dueAtMs - each > nowMs);
  return beforeMs === undefined ? dueAtMs : dueAtMs - beforeMs;
};

/** Whoever does not work again as far ahead as hours are looked for has the minutes by the clock. */
const dueMs = (
  { withinMs, withinWorkingMinutes = 0 }: Terms,
  holder: () => Rep | undefined,
  nowMs: EpochMs,
): EpochMs => {
  if (withinMs !== undefined) return nowMs + withinMs;
  return (
    addWorkingMinutes(holder() ?? {}, nowMs, withinWorkingMinutes) ?? nowMs + withinWorkingMinutes * MINUTE_MS
  );
};

/** The time for first contact of whoever has the lead from now on. Nothing where that is beyond the moments that can be told apart. */
export const termFrom = (terms: Terms, holder: () => Rep | undefined, nowMs: EpochMs): Term | undefined => {
  const dueAtMs = dueMs(terms, holder, nowMs);
  return dueAtMs > nowMs ? { dueAtMs, wakeAtMs: nextWakeMs(terms, dueAtMs, nowMs) } : undefined;
};

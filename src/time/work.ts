import { demand } from "../internal/demand.js";
import { remember } from "../internal/remember.js";
import type { EpochMs, Interval } from "../model/instant.js";
import type { Rep } from "../model/rep.js";
import { hoursOf } from "./hours.js";
import { type Lasting, lastingAt } from "./lasting.js";
import { merged } from "./merged.js";

/**
 * Whose working time is asked for: a rep, or anything with hours and times off. The hours stand in the schedule itself: a rep whose
 * schedule is `like` one of its roster is not enough by itself.
 *
 * @since 0.1.0
 */
export type WorkingTime = Pick<Rep, "schedule" | "timeOff">;

/** Hours are looked for so far ahead: a year, and a holiday. */
export const LOOK_AHEAD_MS = 400 * 86_400_000;

const leaveOf = remember(merged);

const NO_LEAVE: readonly Interval[] = [];

const EVER = Number.POSITIVE_INFINITY;

const NEVER_OFF: Lasting = { holds: false, fromMs: -EVER, toMs: EVER };

/** Whether somebody is on time off, and until when one follows the other. */
export const leaveAt = ({ timeOff = NO_LEAVE }: WorkingTime, atMs: EpochMs): Lasting =>
  timeOff.length === 0 ? NEVER_OFF : lastingAt(leaveOf(timeOff), atMs, -EVER, EVER);

/** Whether somebody works at a moment, and how long that is known to last. */
export const workAt = (worker: WorkingTime, atMs: EpochMs): Lasting => {
  const { schedule } = worker;
  const leave = leaveAt(worker, atMs);
  if (leave.holds) return { ...leave, holds: false };
  if (schedule === undefined) return { ...leave, holds: true };
  const hours = hoursOf(schedule)(atMs);
  return {
    holds: hours.holds,
    fromMs: Math.max(hours.fromMs, leave.fromMs),
    toMs: Math.min(hours.toMs, leave.toMs),
  };
};

/** The first moment from one on at which all of them work; nothing where hours are looked for in vain. */
export const firstTogether = (
  workers: readonly WorkingTime[],
  fromMs: EpochMs,
  aheadMs = LOOK_AHEAD_MS,
): EpochMs | undefined => {
  let untilMs = fromMs + aheadMs;
  for (let atMs = fromMs; atMs <= untilMs; ) {
    let nextMs = atMs;
    for (const worker of workers) {
      const leave = leaveAt(worker, atMs);
      // A long leave is no reason to look less far behind it.
      if (leave.holds) untilMs = Math.max(untilMs, leave.toMs + aheadMs);
      const work = workAt(worker, atMs);
      if (!work.holds) nextMs = Math.max(nextMs, work.toMs);
    }
    if (nextMs === atMs) return atMs;
    atMs = nextMs;
  }
  return undefined;
};

/** Refuses what is no moment. */
export const demandMoment = (name: string, atMs: EpochMs): void =>
  demand(
    Number.isFinite(atMs) && atMs >= 0,
    `${name}: a moment must be milliseconds since 1970, not negative`,
  );

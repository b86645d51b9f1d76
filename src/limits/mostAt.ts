import { WEEK_MS, weeksSince } from "../internal/weeksSince.js";
import type { EpochMs } from "../model/instant.js";
import type { Limit } from "../model/limit.js";
import type { Rep } from "../model/rep.js";

/** The most that a limit allows a rep at a moment, and until when it says so. */
export interface MostNow {
  readonly most: number;
  readonly untilMs: EpochMs;
}

/** In the weeks of its ramp, what stands there; else `most`. */
export const mostAt = (
  { most, ramp = [] }: Pick<Limit, "most" | "ramp">,
  joinedAtMs: Rep["joinedAtMs"],
  nowMs: EpochMs,
): MostNow => {
  const weeks = joinedAtMs === undefined ? ramp.length : weeksSince(joinedAtMs, nowMs);
  const inRamp = ramp[weeks];
  return inRamp === undefined || joinedAtMs === undefined
    ? { most, untilMs: Number.POSITIVE_INFINITY }
    : { most: inRamp, untilMs: joinedAtMs + (weeks + 1) * WEEK_MS };
};

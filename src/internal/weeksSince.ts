import type { EpochMs } from "../model/instant.js";

export const WEEK_MS = 7 * 86_400_000;

/** Whole weeks of seven times 24 hours that have gone by; 0 before they begin. */
export const weeksSince = (startMs: EpochMs, nowMs: EpochMs): number =>
  Math.max(0, Math.floor((nowMs - startMs) / WEEK_MS));

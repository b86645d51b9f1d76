import { utc } from "./utc.js";

/** The year 10000, where dates grow a digit. */
const TOO_LATE_MS = 253_402_300_800_000;

/** "2026-01-05 08:00 UTC" for a moment, seconds cut off; nothing from the year 10000 on. */
export const utcMinute = (atMs: number): string | undefined =>
  atMs < TOO_LATE_MS ? `${utc(atMs).slice(0, 16).replace("T", " ")} UTC` : undefined;

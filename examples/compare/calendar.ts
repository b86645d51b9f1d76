import type { Schedule } from "../../src/index.js";

/** The Monday on which a season begins, at midnight UTC. */
export const MONDAY_MS = Date.UTC(2026, 0, 5);

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
export const WEEK_MS = 7 * DAY_MS;

const shift = (from: string, to: string): Schedule => ({
  timeZone: "UTC",
  hours: [{ days: [1, 2, 3, 4, 5], from, to }],
  dates: ["2026-04-03", "2026-04-06", "2026-05-01"].map((date) => ({ date, hours: [] })),
});

/** Two shifts that overlap, and days on which nobody works. */
export const schedules = { early: shift("08:00", "16:00"), late: shift("10:00", "18:00") };

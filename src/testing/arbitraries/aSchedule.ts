import fc from "fast-check";
import type { Schedule } from "../../model/schedule.js";

/** Open at the first moments of 1970 and of 2026, a Thursday both, 09:00 in Tokyo. */
const FROM_THE_START: Schedule = {
  timeZone: "Asia/Tokyo",
  hours: [{ days: [4], from: "09:00", to: "17:00" }],
};

/** Schedules by name, one of them named like what every object has. */
export const TEAMS: Readonly<Record<string, Schedule>> = {
  constructor: FROM_THE_START,
  north: { timeZone: "America/New_York", hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }] },
};

/** Few, some of them shut at the moments that the arbitraries give; moments lie too close together for one to open meanwhile. */
export const aSchedule = (): fc.Arbitrary<Schedule> =>
  fc.constantFrom<Schedule>(
    FROM_THE_START,
    { timeZone: "Europe/London", hours: [{ days: [3], from: "22:00", to: "06:00" }] },
    { timeZone: "America/New_York", hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }] },
    { timeZone: "UTC", dates: [{ date: "1970-01-01", hours: [] }] },
    {
      timeZone: "UTC",
      hours: [{ days: [4, 5], from: "00:00", to: "24:00" }],
      dates: [{ date: "2025-12-31", lastDate: "2026-01-01", off: [{ from: "00:00", to: "12:00" }] }],
    },
    { timeZone: "Pacific/Apia", hours: [] },
  );

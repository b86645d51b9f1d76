import { numbersFrom } from "../test/replay/numbersFrom.js";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const START_MS = Date.UTC(2026, 0, 1);
const DAYS = 365;

/** Where people sit, with the public holidays of the place in 2026. */
export const OFFICES = {
  "America/New_York": ["2026-01-01", "2026-05-25", "2026-07-03", "2026-09-07", "2026-11-26", "2026-12-25"],
  "America/Los_Angeles": ["2026-01-01", "2026-05-25", "2026-07-03", "2026-09-07", "2026-11-26", "2026-12-25"],
  "America/Sao_Paulo": ["2026-01-01", "2026-02-17", "2026-04-21", "2026-05-01", "2026-09-07", "2026-12-25"],
  "America/St_Johns": ["2026-01-01", "2026-07-01", "2026-09-07", "2026-12-25"],
  "Europe/London": ["2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-08-31", "2026-12-25"],
  "Europe/Warsaw": ["2026-01-01", "2026-01-06", "2026-05-01", "2026-06-04", "2026-11-11", "2026-12-25"],
  "Africa/Casablanca": ["2026-01-01", "2026-01-11", "2026-05-01", "2026-07-30", "2026-11-18"],
  "Asia/Kolkata": ["2026-01-26", "2026-08-15", "2026-10-02"],
  "Australia/Lord_Howe": ["2026-01-01", "2026-01-26", "2026-04-03", "2026-04-25", "2026-12-25"],
};

/** How people work: office hours, a midday break, a week from Tuesday to Saturday, nights. */
export const SHIFTS = [
  [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }],
  [
    { days: [1, 2, 3, 4, 5], from: "08:00", to: "12:00" },
    { days: [1, 2, 3, 4], from: "13:30", to: "18:00" },
  ],
  [{ days: [2, 3, 4, 5, 6], from: "10:00", to: "18:30" }],
  [{ days: [1, 2, 3, 4], from: "20:00", to: "04:00" }],
];

const dateOf = (day) => new Date(START_MS + day * DAY_MS).toISOString().slice(0, 10);

/** Two leaves a year, by date, as people take them. */
const leavesOf = (next) =>
  [20 + next(150), 190 + next(150)].map((first) => [dateOf(first), dateOf(first + 4 + next(10))]);

/** Fifty people in nine places, each with a shift, public holidays and two leaves. */
export const staff = () => {
  const next = numbersFrom(50);
  const zones = Object.keys(OFFICES);
  return Array.from({ length: 50 }, (_, i) => ({
    id: `rep ${String(i).padStart(2, "0")}`,
    timeZone: zones[i % zones.length],
    shift: SHIFTS[Math.floor(i / zones.length) % SHIFTS.length],
    leaves: leavesOf(next),
  }));
};

/** The roster of these people. Holidays are said once for a place. */
export const rosterOf = (people, { daysOff }) => ({
  schedules: Object.fromEntries(
    Object.entries(OFFICES).map(([timeZone, holidays]) => [
      timeZone,
      { timeZone, dates: holidays.map((date) => ({ date, hours: [] })) },
    ]),
  ),
  reps: people.map(({ id, timeZone, shift, leaves }) => ({
    id,
    schedule: { like: timeZone, hours: shift },
    timeOff: leaves.map(([first, last]) => daysOff(timeZone, first, last)),
  })),
});

/** As many leads, spread over the year by chance, in order. */
export const leadsOfYear = (count) => {
  const next = numbersFrom(count);
  const moments = Array.from({ length: count }, () => next(DAYS * 1440) * MINUTE_MS + next(MINUTE_MS));
  return moments
    .sort((a, b) => a - b)
    .map((ms, i) => ({ id: `lead ${String(i).padStart(6, "0")}`, receivedAtMs: START_MS + ms }));
};

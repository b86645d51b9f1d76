const MINUTE_MS = 60_000;

const REGIONS = ["US", "US-CA", "us/ny/albany", "EMEA/Nordics", "EMEA", "DE-BY", " "];
/** One whose clocks change while the run lasts, and some with odd offsets. */
export const ZONES = ["Europe/Warsaw", "America/St_Johns", "Asia/Kathmandu", "Pacific/Chatham"];

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** Hours of a team, among them one that the clocks skip on the last Sunday of March. */
const TEAM = {
  timeZone: "Europe/Warsaw",
  hours: [
    { days: [5, 6], from: "08:00", to: "20:00" },
    { days: [7], from: "02:15", to: "10:30" },
  ],
  dates: [{ date: "2026-03-28", off: [{ from: "12:00", to: "13:00" }] }],
};

const SCHEDULES = [
  { like: "__proto__" },
  { like: "__proto__", timeZone: "Asia/Kathmandu", dates: [{ date: "2026-03-28", hours: [] }] },
  { timeZone: "America/St_Johns", hours: [{ days: EVERY_DAY, from: "20:00", to: "06:00" }] },
  { timeZone: "Pacific/Chatham" },
];

const LIMITS = [
  [
    { most: 2, per: "hour" },
    { most: 9, per: "day", timeZone: "Asia/Kathmandu" },
  ],
  [{ most: 3, windowMs: 90 * MINUTE_MS }],
  [{ most: 12, per: "week", weekStart: 7, ramp: [4, 8] }],
];

const LANGUAGES = ["en", "en-GB", "sv", "pt-BR", "pt", "DE"];
const SKILLS = ["crm", "sql", "__proto__", ""];
const WEIGHTS = [1, 2, 3, 0.5, 0, 10_000, 0.001];

/** Ids like any other: empty, names of an object's own parts, look-alikes, non-ASCII, long. */
const REP_IDS = [
  "",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "10",
  "9",
  "Ann",
  "ann",
  "\u00e9lise",
  "e\u0301lise",
  "\u65e5\u672c",
  "\u{1f98a}",
  "\uff5a",
  "r".repeat(300),
];

const LEAD_IDS = ["", "__proto__", "toString", "\u{1f4e7}", "l".repeat(200)];

const someOf = (next, list) => list.filter(() => next(3) === 0);

const oneOf = (next, list) => list[next(list.length)];

const levels = (next, skills) =>
  JSON.parse(`{${skills.map((skill) => `${JSON.stringify(skill)}:${next(5)}`)}}`);

const maybe = (next, oneIn, field) => (next(oneIn) === 0 ? field() : {});

const repAt = (next, id, nowMs) => ({
  id,
  ...maybe(next, 2, () => ({ regions: someOf(next, REGIONS) })),
  ...maybe(next, 2, () => ({ languages: [oneOf(next, LANGUAGES), ...someOf(next, LANGUAGES)] })),
  ...maybe(next, 2, () => ({ skills: levels(next, SKILLS) })),
  ...maybe(next, 2, () => ({ weight: oneOf(next, WEIGHTS) })),
  ...maybe(next, 3, () => ({ capacity: next(6) })),
  ...maybe(next, 9, () => ({ openLeads: next(4) })),
  ...maybe(next, 5, () => ({ presence: oneOf(next, ["online", "away", "offline"]) })),
  ...maybe(next, 9, () => ({ active: next(2) === 0 })),
  ...maybe(next, 4, () => ({
    timeOff: [{ fromMs: nowMs + next(20) * MINUTE_MS, toMs: nowMs + next(60) * MINUTE_MS }],
  })),
  ...maybe(next, 2, () => ({ tier: next(3) })),
  ...maybe(next, 3, () => ({ schedule: oneOf(next, SCHEDULES) })),
  ...maybe(next, 3, () => ({ limits: oneOf(next, LIMITS) })),
  ...maybe(next, 3, () => ({ joinedAtMs: nowMs - next(20) * 1440 * MINUTE_MS })),
});

/** Who is there at this moment, in no particular order. */
export const rosterAt = (next, nowMs) => {
  const there = REP_IDS.filter(() => next(4) !== 0).map((id) => repAt(next, id, nowMs));
  const schedules = JSON.parse(`{"__proto__":${JSON.stringify(TEAM)}}`);
  return { schedules, reps: next(2) === 0 ? there : there.reverse() };
};

export const leadAt = (next, step, nowMs) => ({
  id: LEAD_IDS[step] ?? `lead ${step}`,
  receivedAtMs: nowMs,
  ...maybe(next, 2, () => ({ region: oneOf(next, REGIONS) })),
  ...maybe(next, 2, () => ({ languages: [oneOf(next, LANGUAGES), ...someOf(next, LANGUAGES)] })),
  ...maybe(next, 3, () => ({ needs: levels(next, someOf(next, SKILLS)) })),
  ...maybe(next, 2, () => ({ segment: oneOf(next, ["enterprise", "small"]) })),
  ...maybe(next, 4, () => ({ ownerId: oneOf(next, REP_IDS) })),
  ...maybe(next, 5, () => ({ effort: next(4) })),
  ...maybe(next, 2, () => ({ timeZone: oneOf(next, ZONES) })),
  ...maybe(next, 4, () => ({ temperature: "hot" })),
});

/** Whoever is asked about the lead now, if anybody is. */
const askedIn = ({ offers = [] }) => offers.map(({ repId }) => repId);

export const eventAt = (next, step, nowMs, decision) => {
  const asked = askedIn(decision);
  const base = { id: `event ${step}`, atMs: nowMs };
  const kinds = [
    () => ({ ...base, type: "returned", reason: "not mine" }),
    () => ({ ...base, type: "reassigned", to: oneOf(next, REP_IDS) }),
    () => ({
      ...base,
      type: "closed",
      result: oneOf(next, ["won", "lost", "no-show", "cancelled"]),
      value: next(9),
    }),
    () => ({ ...base, type: "expired" }),
    () => ({ ...base, type: "accepted", repId: oneOf(next, REP_IDS) }),
    () => ({ ...base, type: oneOf(next, ["updated", "woken"]) }),
    () => ({ ...base, type: "worked" }),
    () => ({ ...base, type: "merged", into: "another" }),
  ];
  if (asked.length > 0 && next(3) > 0)
    return {
      ...base,
      atMs: decision.atMs + next(24) * MINUTE_MS,
      type: oneOf(next, ["accepted", "declined"]),
      repId: oneOf(next, asked),
    };
  return oneOf(
    next,
    [0, 0, 1, 2, 2, 3, 3, 4, 5, 5, 6, 7].map((kind) => kinds[kind]),
  )();
};

/** Somebody to forget, to count for, or to set right. */
export const repIdAt = (next) => oneOf(next, REP_IDS);

/** Two days and a half about the last Sunday of March, when clocks are put forward in Europe. */
const START_MS = Date.UTC(2026, 2, 27, 12);

export const momentAt = (step) => START_MS + step * 7 * MINUTE_MS;

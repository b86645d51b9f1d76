import type { Interval, Performance, Rep, TrackRecord } from "../../src/index.js";
import type { Chance } from "../sample/chance.js";
import { DAY_MS, MONDAY_MS, WEEK_MS } from "./calendar.js";
import { segments } from "./segments.js";
import type { Talent } from "./talents.js";

const NAMES = ["ann", "bob", "cyd", "dan", "eve", "fay", "gus", "hal", "ida", "joe"] as const;

export const REPS = NAMES.length;

/** The last of them begins so late, and has no past. */
const NEWCOMER_AFTER_WEEKS = 8;

/** Leads that each of the others had before the season. */
const PAST_LEADS = [40, 120] as const;

const WEEKS_PER_LEAVE = 13;
const WEEKS_PER_ILLNESS = 6;

const whole = (chance: Chance, from: number, to: number): number => Math.floor(chance.between(from, to + 1));

/** Somewhere within each stretch of so many weeks, and so many days long. */
const absences = (
  chance: Chance,
  weeks: number,
  stretch: number,
  days: readonly [number, number],
): readonly Interval[] =>
  Array.from({ length: Math.ceil(weeks / stretch) }, (_, i) => {
    const fromMs = MONDAY_MS + i * stretch * WEEK_MS + whole(chance, 0, stretch * 7 - 1) * DAY_MS;
    return { fromMs, toMs: fromMs + whole(chance, ...days) * DAY_MS };
  });

/** What came of leads that a rep had before the season. */
const pastOf = (chance: Chance, talent: Talent): Performance => {
  const leads = whole(chance, ...PAST_LEADS);
  const bySegment = segments.map(({ name, ofHundred }): readonly [string, TrackRecord] => {
    const own = Math.floor((leads * ofHundred) / 100);
    const rate = talent.get(name) ?? 0;
    const won = Array.from({ length: own }, () => chance.between(0, 1)).filter((draw) => draw < rate).length;
    return [name, { leads: own, won }];
  });
  return {
    leads: bySegment.reduce((sum, [, of]) => sum + of.leads, 0),
    won: bySegment.reduce((sum, [, of]) => sum + of.won, 0),
    bySegment: Object.fromEntries(bySegment),
  };
};

/** One member of the staff, as the host's CRM knows it. */
export const repOf = (chance: Chance, place: number, talent: Talent, weeks: number): Rep => {
  const isNew = place === REPS - 1;
  const beginsMs = MONDAY_MS + NEWCOMER_AFTER_WEEKS * WEEK_MS;
  const away = [
    ...absences(chance, weeks, WEEKS_PER_LEAVE, [5, 12]),
    ...absences(chance, weeks, WEEKS_PER_ILLNESS, [1, 3]),
  ];
  const past = pastOf(chance, talent);
  return {
    id: NAMES[place] ?? String(place),
    schedule: { like: place % 2 === 0 ? "early" : "late" },
    capacity: whole(chance, 26, 34),
    timeOff: isNew ? [{ fromMs: MONDAY_MS, toMs: beginsMs }, ...away] : away,
    ...(isNew ? { joinedAtMs: beginsMs } : { performance: past }),
  };
};

/** The best three by what came of their leads before the season, then three, then the others, and whoever has no past. */
const TIER_ENDS = [3, 6] as const;

const pastRate = ({ performance }: Rep): number =>
  performance === undefined ? -1 : performance.won / performance.leads;

/** Everybody with the tier that a manager gives by the past. */
export const inTiers = (reps: readonly Rep[]): readonly Rep[] => {
  const best = [...reps].sort((a, b) => pastRate(b) - pastRate(a));
  return reps.map((rep) => ({
    ...rep,
    tier: 1 + TIER_ENDS.filter((end) => best.indexOf(rep) >= end).length,
  }));
};

import {
  amongTop,
  ceiling,
  type Evidence,
  explore,
  floorShare,
  learned,
  leastLoaded,
  longestIdle,
  powerOfTwoChoices,
  predicted,
  priority,
  type RatingOptions,
  type Roster,
  random,
  rotation,
  type Selector,
  type ThompsonOptions,
  thompson,
  tiers,
  topProducer,
  valueRotation,
  weighted,
  weightedRandom,
} from "../../src/index.js";
import { DAY_MS, WEEK_MS } from "./calendar.js";
import { MATURES_AFTER_DAYS } from "./luck.js";
import type { Season } from "./season.js";
import { segments } from "./segments.js";

/** A selector under the name by which the tables call it. */
export interface Contender {
  readonly name: string;
  readonly selectorFor: (season: Season) => Selector;
  /** The roster that it is given. Absent: the season's, in which all weigh the same. */
  readonly rosterFor?: (season: Season) => Roster;
}

/** Whoever has no past weighs as much as somebody who won a quarter. */
const USUAL_RATE = 0.25;

/** Everybody weighs as many hundredths as it won before the season. */
const byPast = ({ roster }: Season): Roster => ({
  ...roster,
  reps: roster.reps.map((rep) => {
    const { leads, won } = rep.performance ?? { leads: 1, won: USUAL_RATE };
    return { ...rep, weight: Math.max(1, Math.round((100 * won) / leads)) };
  }),
});

/** What the last half year taught, once it had its time. */
const evidence: Evidence = learned({
  maturesAfterMs: MATURES_AFTER_DAYS * DAY_MS,
  spanMs: WEEK_MS,
  spans: 26,
  segments: segments.map(({ name }) => name),
});

/** Whoever had so many leads of a segment is judged by those there. */
const LEAST_IN_SEGMENT = 10;

/** No lead of a season is worth more. */
const MOST_VALUE = Math.max(...segments.map(({ value: [, most] }) => most));

/** Nobody asks here how likely a choice was, so it is not worked out well. */
const learner = (options: ThompsonOptions = {}): Selector =>
  thompson({ evidence, propensityDraws: 1, ...options });

const best = (options: RatingOptions = {}): Selector => topProducer({ evidence, by: "estimate", ...options });

const bySegment = { leastLeadsInSegment: LEAST_IN_SEGMENT };

/** About half of those who are at work. */
const LEAST_LOADED = 3;

/** Three of the ten, three, and four. */
const byRating = { parts: [3, 3, 4], evidence };

/** What is true, load and all: what nobody knows, and nobody can be better at. */
const truth = ({ rateOf }: Season): Selector =>
  predicted({
    name: "truth",
    version: 1,
    of: ({ lead, rep, standing }) => rateOf(lead, rep, standing.openLeads),
  });

/** Who gives each lead to whoever is likeliest to win it. */
export const CLAIRVOYANT = "predicted, by the truth";

/** Against which all others are compared. */
export const BASELINE = "rotation";

export const contenders: readonly Contender[] = [
  { name: BASELINE, selectorFor: () => rotation() },
  { name: "longestIdle", selectorFor: () => longestIdle() },
  { name: "valueRotation", selectorFor: () => valueRotation({ mostPerLead: MOST_VALUE }) },
  { name: "leastLoaded", selectorFor: () => leastLoaded() },
  { name: "powerOfTwoChoices", selectorFor: () => powerOfTwoChoices() },
  { name: "random", selectorFor: () => random() },
  { name: "weightedRandom by past", selectorFor: () => weightedRandom(), rosterFor: byPast },
  { name: "weighted by past", selectorFor: () => weighted(), rosterFor: byPast },
  { name: "priority by past", selectorFor: () => priority() },
  { name: "topProducer by past", selectorFor: () => topProducer() },
  { name: "topProducer", selectorFor: () => best() },
  { name: "topProducer, by segment", selectorFor: () => best(bySegment) },
  { name: "explore(0.1, topProducer)", selectorFor: () => explore(0.1, best()) },
  { name: "ceiling(1.5, topProducer)", selectorFor: () => ceiling(1.5, best()) },
  { name: "floorShare(0.5, topProducer)", selectorFor: () => floorShare(0.5, best()) },
  { name: "tiers, in order", selectorFor: () => tiers({ of: byRating }) },
  { name: "tiers, 50/30/20", selectorFor: () => tiers({ of: byRating, shares: [50, 30, 20] }) },
  { name: "thompson", selectorFor: () => learner() },
  { name: "thompson, by segment", selectorFor: () => learner(bySegment) },
  { name: "floorShare(0.5, thompson)", selectorFor: () => floorShare(0.5, learner()) },
  {
    name: "floorShare(0.5, thompson), by segment",
    selectorFor: () => floorShare(0.5, learner(bySegment)),
  },
  {
    name: "amongTop(3, leastLoaded, thompson)",
    selectorFor: () => amongTop(LEAST_LOADED, leastLoaded(), learner()),
  },
  {
    name: "amongTop(3, leastLoaded, thompson), by segment",
    selectorFor: () => amongTop(LEAST_LOADED, leastLoaded(), learner(bySegment)),
  },
  { name: CLAIRVOYANT, selectorFor: truth },
];

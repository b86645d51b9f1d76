import {
  floorShare,
  leastLoaded,
  longestIdle,
  type Roster,
  random,
  rotation,
  type Selector,
  weighted,
} from "../../src/index.js";
import type { Season } from "./season.js";

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

/** Against which all others are compared. */
export const BASELINE = "rotation";

export const contenders: readonly Contender[] = [
  { name: BASELINE, selectorFor: () => rotation() },
  { name: "longestIdle", selectorFor: () => longestIdle() },
  { name: "leastLoaded", selectorFor: () => leastLoaded() },
  { name: "random", selectorFor: () => random() },
  { name: "weighted by past", selectorFor: () => weighted(), rosterFor: byPast },
  { name: "floorShare(0.5, random)", selectorFor: () => floorShare(0.5, random()) },
];

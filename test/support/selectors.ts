import {
  lastTakerFirst,
  leastLoaded,
  patience,
  powerOfTwoChoices,
  rotation,
  type Selector,
  seededTies,
  weighted,
  weightedRandom,
} from "../../src/index.js";

/** One selector of each kind, by what is said of it; `test/selectors/laws.test.ts` holds each to all laws. */
export const selectors: readonly (readonly [string, Selector])[] = [
  ["the last taker first", lastTakerFirst(weighted())],
  ["patience", patience(rotation(), { withinLeads: 1, mostWaitMs: 3 })],
  ["chance by weight, anew for each turn", weightedRandom({ draws: "perTurn" })],
  ["the least loaded", leastLoaded({ mode: "capacityShare" })],
  ["the less loaded of two", powerOfTwoChoices()],
  ["ties by seed", seededTies(weighted())],
];

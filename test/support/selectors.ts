import {
  lastTakerFirst,
  leastLoaded,
  longestIdle,
  nested,
  patience,
  powerOfTwoChoices,
  quotaRotation,
  rotation,
  type Selector,
  seededTies,
  valueRotation,
  weighted,
  weightedRandom,
} from "../../src/index.js";

/** One selector of each kind, by what is said of it; `test/selectors/laws.test.ts` holds each to all laws. */
export const selectors: readonly (readonly [string, Selector])[] = [
  ["the last taker first", lastTakerFirst(weighted())],
  ["the longest idle", longestIdle()],
  ["quota rotation", quotaRotation()],
  ["rotation of value", valueRotation({ most: 100_000, least: 10, whenUnknown: 1000 })],
  ["weights by region", weighted({ by: "region" })],
  ["teams, then members", nested("team", nested("role", longestIdle()), { groupWeights: "members" })],
  ["patience", patience(rotation(), { withinLeads: 1, mostWaitMs: 3 })],
  ["chance by weight, anew for each turn", weightedRandom({ draws: "perTurn" })],
  ["the least loaded", leastLoaded({ mode: "capacityShare" })],
  ["the less loaded of two", powerOfTwoChoices()],
  ["ties by seed", seededTies(weighted())],
];

import { lastTakerFirst, patience, rotation, type Selector, weighted } from "../../src/index.js";

/** One selector of each kind, by what is said of it; `test/selectors/laws.test.ts` holds each to all laws. */
export const selectors: readonly (readonly [string, Selector])[] = [
  ["the last taker first", lastTakerFirst(weighted())],
  ["patience", patience(rotation(), { withinLeads: 1, mostWaitMs: 3 })],
];

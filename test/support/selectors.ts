import {
  amongTop,
  bestMatch,
  direct,
  experienceFit,
  languageFit,
  lastTakerFirst,
  onlyTop,
  patience,
  ranked,
  regionFit,
  rotation,
  type Selector,
  skillFit,
  sticky,
  thenBy,
  weighted,
} from "../../src/index.js";

const terms = [skillFit({ points: 3 }), languageFit(), regionFit(), experienceFit({ points: 0.3 })];

/** One selector of each kind, by what is said of it; `test/selectors/laws.test.ts` holds each to all laws. */
export const selectors: readonly (readonly [string, Selector])[] = [
  ["the last taker first", lastTakerFirst(weighted())],
  ["patience", patience(rotation(), { withinLeads: 1, mostWaitMs: 3 })],
  ["directly", direct()],
  ["by a list", ranked(["b", "", "__proto__"])],
  ["to the same rep", sticky({ by: ["account", "household"], expiresAfterMs: 7, whenAway: "hold" })],
  ["by best match", bestMatch({ terms })],
  ["the first two", onlyTop(2, bestMatch({ terms }))],
  ["in turn among the first two", amongTop(2, bestMatch({ terms }), rotation())],
  ["in turn among equals", thenBy(bestMatch({ terms: [regionFit()] }), weighted())],
];

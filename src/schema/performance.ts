import { figureShape, noMoreWonThanHad } from "../check/performance.js";
import { MOST_OUTCOMES } from "../internal/mostOutcomes.js";
import { dictionary, record } from "./composites.js";
import { amount } from "./numbers.js";
import { ruled } from "./rule.js";
import { sayingOnly } from "./words.js";

const figure = amount.max(MOST_OUTCOMES, sayingOnly(figureShape));

const outcomes = {
  leads: figure,
  won: figure,
  value: figure.exactOptional(),
  responseMs: figure.exactOptional(),
  contacts: figure.exactOptional(),
};

/** What came of a rep's leads. */
export const performanceSchema = ruled(
  record({
    ...outcomes,
    bySegment: dictionary(ruled(record(outcomes), noMoreWonThanHad).readonly()).exactOptional(),
  }),
  noMoreWonThanHad,
).readonly();

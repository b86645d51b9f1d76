import { noMoreWonThanHad } from "../check/performance.js";
import { dictionary, record } from "./composites.js";
import { amount } from "./numbers.js";
import { ruled } from "./rule.js";

const outcomes = {
  leads: amount,
  won: amount,
  value: amount.exactOptional(),
  responseMs: amount.exactOptional(),
  contacts: amount.exactOptional(),
};

/** What came of a rep's leads. */
export const performanceSchema = ruled(
  record({
    ...outcomes,
    bySegment: dictionary(ruled(record(outcomes), noMoreWonThanHad).readonly()).exactOptional(),
  }),
  noMoreWonThanHad,
).readonly();

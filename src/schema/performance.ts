import type { Problem } from "../model/problem.js";
import { dictionary, record } from "./composites.js";
import { amount } from "./numbers.js";
import { ruled } from "./rule.js";

const noMoreWonThanHad = (copy: unknown): readonly Problem[] => {
  const { leads, won } = copy as { readonly leads: number; readonly won: number };
  return won > leads ? [{ path: ["won"], message: "must not be more than leads" }] : [];
};

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

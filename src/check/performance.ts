import { amount, both, dictionaryOf, fault, isRecord, recordOf, type Shape } from "./shape.js";

/** Holds even where other fields are at fault. */
export const noMoreWonThanHad: Shape = (value) => {
  const { leads, won } = isRecord(value) ? value : {};
  const isMore = typeof leads === "number" && typeof won === "number" && won > leads;
  return isMore ? fault("must not be more than leads", ["won"]) : [];
};

const outcomes = { leads: amount, won: amount };

const more = { value: amount, responseMs: amount, contacts: amount };

const outcomesShape = both(recordOf(outcomes, more), noMoreWonThanHad);

/** What the core asks of a rep's performance. */
export const performanceShape = both(
  recordOf(outcomes, { ...more, bySegment: dictionaryOf(outcomesShape) }),
  noMoreWonThanHad,
);

import { MOST_OUTCOMES } from "../internal/mostOutcomes.js";
import {
  amount,
  andThen,
  atMost,
  both,
  dictionaryOf,
  fault,
  isRecord,
  recordOf,
  type Shape,
} from "./shape.js";

/** Holds even where other fields are at fault. */
export const noMoreWonThanHad: Shape = (value) => {
  const { leads, won } = isRecord(value) ? value : {};
  const isMore = typeof leads === "number" && typeof won === "number" && won > leads;
  return isMore ? fault("must not be more than leads", ["won"]) : [];
};

/** One figure of a performance. */
export const figureShape = andThen(amount, atMost(MOST_OUTCOMES));

const outcomes = { leads: figureShape, won: figureShape };

const more = { value: figureShape, responseMs: figureShape, contacts: figureShape };

const outcomesShape = both(recordOf(outcomes, more), noMoreWonThanHad);

/** What the core asks of a rep's performance. */
export const performanceShape = both(
  recordOf(outcomes, { ...more, bySegment: dictionaryOf(outcomesShape) }),
  noMoreWonThanHad,
);

import {
  amount,
  andThen,
  atMost,
  count,
  dictionaryOf,
  fraction,
  id,
  listOf,
  moment,
  oneOf,
  recordOf,
  text,
} from "./shape.js";

export const HIGHEST_EFFORT = 1_000_000;

/** What a lead may weigh. Whole, so that load is counted exactly, however it goes up and down. */
export const effortShape = andThen(count, atMost(HIGHEST_EFFORT));

/** What the core asks of a lead. */
export const leadShape = recordOf(
  { id, receivedAtMs: moment },
  {
    region: text,
    languages: listOf(text),
    timeZone: text,
    needs: dictionaryOf(amount),
    score: fraction,
    temperature: oneOf("cold", "warm", "hot"),
    value: amount,
    complexity: amount,
    effort: effortShape,
    industry: text,
    source: text,
    channel: text,
    segment: text,
    account: text,
    email: text,
    household: text,
    ownerId: id,
    excludedRepIds: listOf(id),
    role: text,
    team: text,
    attributes: recordOf({}),
  },
);

import { amount, dictionaryOf, fraction, id, listOf, moment, oneOf, recordOf, text } from "./shape.js";

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

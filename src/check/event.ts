import type { Problem } from "../model/problem.js";
import { amount, below, finite, id, isRecord, oneOf, recordOf, type Shape, text } from "./shape.js";

const base = { id, atMs: amount };

export const closeResult = oneOf("won", "lost", "disqualified", "no-show", "cancelled");

const byType: ReadonlyMap<unknown, Shape> = new Map([
  ["accepted", recordOf({ ...base, repId: id })],
  ["declined", recordOf({ ...base, repId: id }, { reason: text })],
  ["claimed", recordOf({ ...base, repId: id })],
  ["expired", recordOf(base)],
  ["woken", recordOf(base)],
  ["returned", recordOf(base, { reason: text })],
  ["reassigned", recordOf({ ...base, to: id }, { by: text })],
  ["closed", recordOf({ ...base, result: closeResult }, { value: finite })],
]);

/** What the core asks of an event. */
export const eventShape: Shape = (value): readonly Problem[] => {
  if (!isRecord(value)) return recordOf({})(value);
  const shape = byType.get(value["type"]);
  return shape ? shape(value) : below("type", oneOf(...(byType.keys() as Iterable<string>))(value["type"]));
};

import type { Problem } from "../model/problem.js";
import { closeResult } from "./event.js";
import {
  amount,
  below,
  count,
  finite,
  fraction,
  id,
  isRecord,
  listOf,
  oneOf,
  recordOf,
  type Shape,
  safeInteger,
  text,
} from "./shape.js";

const base = {
  leadId: id,
  ledger: id,
  path: listOf(text),
  atMs: amount,
  revision: count,
  stateVersion: count,
  strategy: text,
  eventIds: listOf(id),
  leftOut: listOf(recordOf({ by: text, reps: count })),
  candidates: count,
};

const maybe = { tried: listOf(id) };

const standing = recordOf({ repId: id, openLeads: amount, openOffers: count, credit: safeInteger });

const offer = recordOf({ repId: id, sinceMs: amount, untilMs: amount, round: count });

const byStatus: ReadonlyMap<unknown, Shape> = new Map([
  [
    "assigned",
    recordOf(
      { ...base, repId: id, share: fraction, price: safeInteger, standing },
      { ...maybe, runnerUp: standing },
    ),
  ],
  ["offered", recordOf({ ...base, offers: listOf(offer), waiting: listOf(id), wakeAtMs: amount }, maybe)],
  [
    "pooled",
    recordOf({ ...base, mode: oneOf("open", "blind"), mayClaim: listOf(id) }, { ...maybe, wakeAtMs: amount }),
  ],
  ["parked", recordOf({ ...base, reason: text, wakeAtMs: amount }, maybe)],
  ["unassigned", recordOf({ ...base, reason: text }, maybe)],
  ["closed", recordOf({ ...base, result: closeResult }, { ...maybe, repId: id, value: finite })],
]);

/** What the core asks of a decision that comes back from a store. */
export const decisionShape: Shape = (value): readonly Problem[] => {
  if (!isRecord(value)) return recordOf({})(value);
  const shape = byStatus.get(value["status"]);
  return shape
    ? shape(value)
    : below("status", oneOf(...(byStatus.keys() as Iterable<string>))(value["status"]));
};

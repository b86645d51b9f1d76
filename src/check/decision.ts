import { byTag } from "./byTag.js";
import { effortShape } from "./lead.js";
import {
  amount,
  andThen,
  both,
  count,
  fault,
  finite,
  flag,
  fraction,
  id,
  listOf,
  moment,
  oneOf,
  recordOf,
  type Shape,
  safeInteger,
  text,
} from "./shape.js";

const base = recordOf(
  {
    leadId: id,
    ledger: id,
    path: listOf(text),
    atMs: moment,
    revision: count,
    stateVersion: count,
    strategy: text,
    eventIds: listOf(id),
    leftOut: listOf(recordOf({ by: text, reps: count })),
    candidates: count,
  },
  { tried: listOf(id), lentBy: id, lapses: count },
);

/** Whoever waits must be waited for: a lead offered to nobody would be lost. */
const nonEmpty: Shape = (value) =>
  Array.isArray(value) && value.length === 0 ? fault("must not be empty") : [];

const standing = recordOf(
  { repId: id, openLeads: amount, openOffers: count, credit: safeInteger },
  { openEffort: amount },
);

const offer = recordOf(
  { repId: id, sinceMs: moment, untilMs: moment, round: count },
  { effort: effortShape },
);

/** What a delivery may say of an assigned lead, and a decision keeps. */
const service = {
  dueAtMs: moment,
  reminded: count,
  wakeAtMs: moment,
  byHand: oneOf("approved", "overridden"),
};

const assigned = recordOf(
  { repId: id, share: fraction, price: count, standing, sinceMs: moment },
  { effort: effortShape, runnerUp: standing, workedAtMs: moment, ...service },
);

const result = oneOf("won", "lost", "disqualified", "no-show", "cancelled", "merged");

/** The places that a delivery fills in by itself. */
const elsewhere = {
  offered: recordOf(
    { offers: both(nonEmpty, listOf(offer)), waiting: listOf(id), wakeAtMs: moment },
    { ring: count, ringEndsAtMs: moment, offersMade: count, declined: listOf(id), silent: listOf(id) },
  ),
  pooled: recordOf(
    { mode: oneOf("open", "blind") },
    {
      mayClaim: both(nonEmpty, listOf(id)),
      sinceMs: moment,
      shows: listOf(text),
      segment: text,
      group: count,
      wakeAtMs: moment,
    },
  ),
  parked: recordOf({ reason: text, wakeAtMs: moment }, { suggested: listOf(id) }),
  unassigned: recordOf({ reason: text }),
  closed: recordOf({ result }, { repId: id, value: finite, into: id }),
};

/** What the core asks of a place that a delivery gives. */
export const placementShape = byTag("status", {
  assigned: recordOf({ repId: id, counts: flag }, { worked: flag, ...service }),
  ...elsewhere,
});

/** What the core asks of a decision that comes back from a store. */
export const decisionShape = andThen(recordOf({}), both(base, byTag("status", { assigned, ...elsewhere })));

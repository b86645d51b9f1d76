import { HIGHEST_WEIGHT, isInWholeThousandths } from "../internal/weights.js";
import { limitShape, quotaShape } from "./limit.js";
import { performanceShape } from "./performance.js";
import { scheduleShape } from "./schedule.js";
import {
  amount,
  andThen,
  atMost,
  dictionaryOf,
  flag,
  id,
  listOf,
  moment,
  must,
  oneOf,
  recordOf,
  text,
} from "./shape.js";

const inWholeThousandths = must((weight) => isInWholeThousandths(weight as number), "in whole thousandths");

/** Refused otherwise, not rounded: a rounded weight would be dealt by and not be the one that was asked for. */
export const weightShape = andThen(amount, andThen(atMost(HIGHEST_WEIGHT), inWholeThousandths));

const interval = recordOf({ fromMs: moment, toMs: moment });

/** What the core asks of a rep. */
export const repShape = recordOf(
  { id },
  {
    name: text,
    active: flag,
    presence: oneOf("online", "away", "offline"),
    regions: listOf(text),
    languages: listOf(text),
    skills: dictionaryOf(amount),
    experience: amount,
    role: text,
    teams: listOf(text),
    industries: listOf(text),
    sources: listOf(text),
    channels: listOf(text),
    segments: listOf(text),
    excludedAccounts: listOf(text),
    substitutes: listOf(id),
    weight: weightShape,
    weights: dictionaryOf(weightShape),
    capacity: amount,
    openLeads: amount,
    schedule: scheduleShape,
    openEffort: amount,
    timeOff: listOf(interval),
    limits: listOf(limitShape),
    quotas: listOf(quotaShape),
    tier: amount,
    performance: performanceShape,
    joinedAtMs: moment,
    attributes: recordOf({}),
  },
);

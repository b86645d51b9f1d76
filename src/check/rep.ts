import type { Problem } from "../model/problem.js";
import { amount, andThen, dictionaryOf, flag, id, listOf, oneOf, recordOf, text } from "./shape.js";

const HIGHEST_WEIGHT = 10_000;

const isWholeThousandths = (weight: number): boolean => Math.round(weight * 1000) / 1000 === weight;

/** Refused otherwise, not rounded: a rounded weight would be dealt by and not be the one that was asked for. */
export const weightShape = andThen(amount, (value): readonly Problem[] => {
  const asked = value as number;
  if (asked > HIGHEST_WEIGHT) return [{ path: [], message: `must be at most ${HIGHEST_WEIGHT}` }];
  return isWholeThousandths(asked) ? [] : [{ path: [], message: "must be in whole thousandths" }];
});

const interval = recordOf({ fromMs: amount, toMs: amount });

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
    weight: weightShape,
    capacity: amount,
    openLeads: amount,
    timeOff: listOf(interval),
    tier: amount,
    joinedAtMs: amount,
    attributes: recordOf({}),
  },
);

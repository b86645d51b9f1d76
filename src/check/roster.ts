import { quoted } from "../internal/quoted.js";
import { repShape } from "./rep.js";
import { likesNobody, namedScheduleShape } from "./schedule.js";
import { both, dictionaryOf, fault, isRecord, listOf, MOST_ENTRIES, recordOf, type Shape } from "./shape.js";

/** Holds even where other fields of the reps are at fault, so that every fault is named at once. */
export const noRepTwice: Shape = (value) => {
  if (!Array.isArray(value) || value.length > MOST_ENTRIES) return [];
  const seen = new Set<unknown>();
  return value.flatMap((rep: unknown, i) => {
    const id = isRecord(rep) ? rep["id"] : undefined;
    if (typeof id !== "string") return [];
    if (seen.has(id)) return fault(`must not stand twice in a roster: ${quoted(id)}`, [i, "id"]);
    seen.add(id);
    return [];
  });
};

/** Holds even where other fields are at fault, too. */
export const everyLikeIsNamed: Shape = (value) => {
  const { reps, schedules } = Object(value);
  return Array.isArray(reps) && reps.length <= MOST_ENTRIES ? likesNobody(reps, schedules) : [];
};

/** What the core asks of a roster. */
export const rosterShape = both(
  recordOf({ reps: both(listOf(repShape), noRepTwice) }, { schedules: dictionaryOf(namedScheduleShape) }),
  everyLikeIsNamed,
);

import { quoted } from "../internal/quoted.js";
import type { Problem } from "../model/problem.js";
import { repShape } from "./rep.js";
import { both, isRecord, listOf, MOST_ENTRIES, recordOf } from "./shape.js";

/** Holds even where other fields of the reps are at fault, so that every fault is named at once. */
const noRepTwice = (value: unknown): readonly Problem[] => {
  if (!Array.isArray(value) || value.length > MOST_ENTRIES) return [];
  const seen = new Set<unknown>();
  return value.flatMap((rep: unknown, i) => {
    const id = isRecord(rep) ? rep["id"] : undefined;
    if (typeof id !== "string") return [];
    if (seen.has(id))
      return [{ path: [i, "id"], message: `must not stand twice in a roster: ${quoted(id)}` }];
    seen.add(id);
    return [];
  });
};

/** What the core asks of a roster. */
export const rosterShape = recordOf({ reps: both(listOf(repShape), noRepTwice) });

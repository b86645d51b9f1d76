import type { Problem } from "../model/problem.js";
import { repShape } from "./rep.js";
import { andThen, listOf, recordOf } from "./shape.js";

const noRepTwice = (value: unknown): readonly Problem[] => {
  const seen = new Set<string>();
  return (value as readonly { readonly id: string }[]).flatMap(({ id }, i) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path: [i, "id"], message: `must not stand twice in a roster: ${JSON.stringify(id)}` }];
  });
};

/** What the core asks of a roster. */
export const rosterShape = recordOf({ reps: andThen(listOf(repShape), noRepTwice) });

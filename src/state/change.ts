import * as E from "fp-ts/lib/Either.js";
import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import type { Problem, Problems } from "../model/problem.js";
import type { State } from "../model/state.js";
import { readState, trust } from "./readState.js";

/** The next version of a state, or the very same object when nothing changed. */
export const nextVersion = (before: State, after: State): State =>
  after === before ? before : trust({ ...after, version: before.version + 1 });

/** Applies a change to a state that is good, when what it is asked for is good too. */
export const change = (
  state: State,
  faults: readonly Problem[],
  apply: (good: State) => State,
): E.Either<Problems, State> => {
  const read = readState(state);
  const all = [...(E.isLeft(read) ? read.left : []), ...faults];
  if (isNonEmpty(all)) return E.left(all);
  if (E.isLeft(read)) return read;
  const after = apply(read.right);
  const inexact = after.ledgers.findIndex(
    ({ outside, credits }) => ![outside, ...credits].every(Number.isSafeInteger),
  );
  return inexact < 0
    ? E.right(nextVersion(read.right, after))
    : E.left([
        {
          path: ["state", "ledgers", inexact, "outside"],
          message: "would be more than can be counted exactly",
        },
      ]);
};

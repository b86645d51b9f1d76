import * as E from "fp-ts/lib/Either.js";
import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import { faultsOf } from "../check/shape.js";
import { stateShape } from "../check/state.js";
import type { Problems } from "../model/problem.js";
import type { State } from "../model/state.js";

const known = new WeakSet<object>();

/** Remembers a state that was made here from a good one, so that it need not be read again. */
export const trust = (state: State): State => {
  known.add(state);
  return state;
};

/**
 * Brings a stored state back.
 *
 * @remarks
 * - **Errors:** every fault with its path: fields missing or unknown, a `format` of a later release, ids out
 *   of order, columns of the wrong length, credits that do not add up to zero. Nothing is repaired.
 * - **Cost:** one pass over the state; none for a state that came from here.
 *
 * @example
 * ```ts
 * const stored = JSON.stringify(emptyState({ seed: "2026" }));
 * unwrap(readState(JSON.parse(stored))).seed; // => "2026"
 * ```
 *
 * @since 0.1.0
 */
export const readState = (value: unknown): E.Either<Problems, State> => {
  if (known.has(value as object)) return E.right(value as State);
  const faults = faultsOf("state", stateShape, value);
  return isNonEmpty(faults) ? E.left(faults) : E.right(trust(value as State));
};

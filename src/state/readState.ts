import * as E from "fp-ts/lib/Either.js";
import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import { faultsOf } from "../check/shape.js";
import { isWithoutEffort, stateShape } from "../check/state.js";
import type { Problems } from "../model/problem.js";
import type { State } from "../model/state.js";

const known = new WeakMap<object, State>();

const remember = (given: object, state: State): State => {
  known.set(given, state);
  known.set(state, state);
  return state;
};

/** Remembers a state that was made here from a good one, so that it need not be read again. */
export const trust = (state: State): State => remember(state, state);

/** A state from before leads had an effort is read as if each weighed 1. */
const upToDate = (state: State): State =>
  isWithoutEffort(state)
    ? Object.freeze({
        ...(state as State),
        openEffort: (state as State).openLeads,
        offeredEffort: (state as State).openOffers,
      })
    : state;

/**
 * Brings a stored state back.
 *
 * @remarks
 * - **Errors:** every fault with its path: fields missing or unknown, a `format` of a later release, ids out
 *   of order, columns of the wrong length, credits that do not add up to zero. Nothing is repaired.
 * - **Older states:** one without `openEffort` and `offeredEffort` is read as if each open lead and offer weighed 1.
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
  const before = known.get(value as object);
  if (before !== undefined) return E.right(before);
  const faults = faultsOf("state", stateShape, value);
  if (isNonEmpty(faults)) return E.left(faults);
  return E.right(remember(value as State, upToDate(value as State)));
};

import * as E from "fp-ts/lib/Either.js";
import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import { faultsOf, moment } from "../check/shape.js";
import { align } from "../internal/align.js";
import type { RepId } from "../model/id.js";
import type { EpochMs } from "../model/instant.js";
import type { Problems } from "../model/problem.js";
import type { Roster } from "../model/roster.js";
import type { State } from "../model/state.js";
import { prepareRoster } from "../roster/prepareRoster.js";
import { notesAt } from "../state/notes.js";
import { readState } from "../state/readState.js";
import type { LimitScope } from "./scope.js";
import { type Usage, usage } from "./usage.js";

/**
 * Where one rep of a roster stands.
 *
 * @since 0.1.0
 */
export interface RepUsage extends Usage {
  readonly repId: RepId;
}

/**
 * Says for every rep of a roster, sorted by id, how many leads it had in the windows of its limits and quotas that a moment lies in.
 *
 * {@link usage} says what is counted.
 *
 * @remarks
 * - **Errors:** a roster or state that a strategy would refuse, or a moment that is none; a `RangeError` for options that {@link limits} would refuse.
 * - **Cost:** O(reps and their limits).
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [limits()], selector: rotation() });
 * const roster = { reps: [{ id: "ann", limits: [{ most: 5, per: "day" }] }] } as const;
 * const { state } = unwrap(strategy({ id: "l1", receivedAtMs: 0 }, roster, emptyState({ seed: "s" })));
 * const [ann] = unwrap(usageByRep(roster, state, 1_000));
 * ann?.limits.map(({ fromMs, toMs, had, most, room }) => [fromMs, toMs, had, most, room]); // => [[0, 86_400_000, 1, 5, 4]]
 * ```
 *
 * @since 0.1.0
 */
export const usageByRep = (
  roster: Roster,
  state: State,
  nowMs: EpochMs,
  options: LimitScope = {},
): E.Either<Problems, readonly RepUsage[]> => {
  const prepared = prepareRoster(roster);
  const read = readState(state);
  const faults = [
    ...(E.isLeft(prepared) ? prepared.left : []),
    ...(E.isLeft(read) ? read.left : []),
    ...faultsOf("nowMs", moment, nowMs),
  ];
  if (isNonEmpty(faults)) return E.left(faults);
  if (E.isLeft(prepared)) return prepared;
  if (E.isLeft(read)) return read;
  const { ids, reps } = prepared.right;
  const places = align(read.right.ids, ids);
  return E.right(
    reps.map(({ id, rep }, i) => ({
      repId: id,
      ...usage(rep, notesAt(read.right, places[i] as number), nowMs, options),
    })),
  );
};

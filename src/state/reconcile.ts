import type { Either } from "fp-ts/lib/Either.js";
import { count, faultsOf, id, listOf, recordOf } from "../check/shape.js";
import { placeOf } from "../internal/codeUnits.js";
import { LOADS, type Loads } from "../internal/loads.js";
import type { RepId } from "../model/id.js";
import type { Problems } from "../model/problem.js";
import type { State } from "../model/state.js";
import { change } from "./change.js";
import { join } from "./join.js";

/**
 * What a rep really holds. What is absent stays as the state has it, but that leads and offers whose number is given weigh 1
 * each unless their effort is given too.
 *
 * @since 0.1.0
 */
export interface Load {
  readonly repId: RepId;
  readonly openLeads?: number;
  readonly openOffers?: number;
  /** The effort of the open leads together. */
  readonly openEffort?: number;
  /** The effort of the open offers together. */
  readonly offeredEffort?: number;
}

const loadsShape = listOf(
  recordOf({ repId: id }, { openLeads: count, openOffers: count, openEffort: count, offeredEffort: count }),
);

/** Every column that an entry sets. */
const complete = ({
  openLeads,
  openOffers,
  ...load
}: Load): Readonly<Record<keyof Loads, number | undefined>> => ({
  openLeads,
  openOffers,
  openEffort: load.openEffort ?? openLeads,
  offeredEffort: load.offeredEffort ?? openOffers,
});

/**
 * Sets the load of these reps right, after leads were moved or closed by hand behind the library's back.
 *
 * @remarks
 * - **Ties:** of two entries for one rep, the later one holds.
 * - **State:** reps not seen before join. Credits stay as they are.
 * - **Errors:** counts that are not whole or negative, or a state that {@link readState} would refuse.
 * - **Cost:** O(reps ever seen).
 *
 * @example
 * ```ts
 * const state = unwrap(reconcile(emptyState({ seed: "s" }), [{ repId: "ann", openLeads: 7 }]));
 * state.openLeads; // => [7]
 * ```
 *
 * @since 0.1.0
 */
export const reconcile = (state: State, loads: readonly Load[]): Either<Problems, State> =>
  change(state, faultsOf("loads", loadsShape, loads), (good) => {
    if (loads.length === 0) return good;
    const joined = join(
      good,
      loads.map(({ repId }) => repId),
    );
    const set = LOADS.map((column) => {
      const values = [...joined[column]];
      for (const load of loads) {
        const place = placeOf(joined.ids, load.repId);
        values[place] = complete(load)[column] ?? (values[place] as number);
      }
      return [column, values] as const;
    });
    const isSame = set.every(([column, values]) => values.every((each, i) => each === joined[column][i]));
    return isSame ? joined : { ...joined, ...Object.fromEntries(set) };
  });

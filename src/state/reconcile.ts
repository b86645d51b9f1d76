import type { Either } from "fp-ts/lib/Either.js";
import { count, faultsOf, id, listOf, recordOf } from "../check/shape.js";
import { placeOf } from "../internal/codeUnits.js";
import type { RepId } from "../model/id.js";
import type { Problems } from "../model/problem.js";
import type { State } from "../model/state.js";
import { change } from "./change.js";
import { join } from "./join.js";

/**
 * What a rep really holds. What is absent stays as the state has it.
 *
 * @since 0.1.0
 */
export interface Load {
  readonly repId: RepId;
  readonly openLeads?: number;
  readonly openOffers?: number;
}

const loadsShape = listOf(recordOf({ repId: id }, { openLeads: count, openOffers: count }));

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
    const openLeads = [...joined.openLeads];
    const openOffers = [...joined.openOffers];
    for (const load of loads) {
      const place = placeOf(joined.ids, load.repId);
      openLeads[place] = load.openLeads ?? (openLeads[place] as number);
      openOffers[place] = load.openOffers ?? (openOffers[place] as number);
    }
    const isSame = (after: readonly number[], before: readonly number[]) =>
      after.every((each, i) => each === before[i]);
    return isSame(openLeads, joined.openLeads) && isSame(openOffers, joined.openOffers)
      ? joined
      : { ...joined, openLeads, openOffers };
  });

import type { Either } from "fp-ts/lib/Either.js";
import { faultsOf, id, listOf } from "../check/shape.js";
import type { RepId } from "../model/id.js";
import type { Problems } from "../model/problem.js";
import type { Ledger, State } from "../model/state.js";
import { change } from "./change.js";
import { adjustedOf } from "./ledger.js";
import { realign } from "./realign.js";

const without =
  (gone: ReadonlySet<RepId>, ids: readonly RepId[]) =>
  ({ adjusted, ...ledger }: Ledger): Ledger => ({
    ...ledger,
    ...adjustedOf(adjusted?.filter(({ repId }) => !gone.has(repId))),
    outside: ledger.credits.reduce(
      (sum, credit, i) => (gone.has(ids[i] as RepId) ? sum + credit : sum),
      ledger.outside,
    ),
  });

/**
 * Removes reps for good: their load is dropped, and their credit moves to each ledger's `outside`.
 *
 * @remarks
 * - **When:** a rep who is away keeps its account by itself; forget only who will not come back. One who
 *   does come back starts as a newcomer. Close or move first what the rep still holds: a lead that ends after
 *   its holder was forgotten and has come back would be taken off the load of the new account.
 * - **Promise:** nobody else's account moves. With forgetting, the bound of {@link rotation} on what is owed
 *   is M - 1 leads, M being the most accounts alive at one time.
 * - **Errors:** ids that are no strings, or a state that {@link readState} would refuse. Unknown ids are let be.
 * - **Cost:** O(reps ever seen).
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: rotation() });
 * const { state } = unwrap(strategy({ id: "l1", receivedAtMs: 0 }, { reps: [{ id: "ann" }, { id: "bob" }] }, emptyState({ seed: "s" })));
 * unwrap(forget(state, ["ann"])).ids; // => ["bob"]
 * ```
 *
 * @since 0.1.0
 */
export const forget = (state: State, ids: readonly RepId[]): Either<Problems, State> =>
  change(state, faultsOf("ids", listOf(id), ids), (good) => {
    const gone = new Set(ids);
    const places = good.ids.flatMap((each, place) => (gone.has(each) ? [] : [place]));
    if (places.length === good.ids.length) return good;
    const booked = { ...good, ledgers: good.ledgers.map(without(gone, good.ids)) };
    return realign(
      booked,
      places.map((place) => good.ids[place] as RepId),
      places,
    );
  });

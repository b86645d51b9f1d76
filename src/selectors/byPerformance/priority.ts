import { demand } from "../../internal/demand.js";
import type { Selector } from "../../model/selector.js";
import { rotation } from "../byTurn/rotation.js";
import { inOrder } from "./tiers/inOrder.js";
import { byNumber } from "./tiers/membership.js";
import { tierByTier } from "./tiers/tierByTier.js";

/**
 * Options of {@link priority}.
 *
 * @since 0.1.0
 */
export interface PriorityOptions {
  /** Which number comes first. Absent: `"lowest"`. */
  readonly first?: "lowest" | "highest";
  /** Whose turn it is within a level. Absent: {@link rotation}. */
  readonly within?: Selector;
}

/**
 * Goes level by level, by the number that each rep has as its `tier`, and within a level in turn.
 *
 * The next level has a lead only where nobody of the levels before it may. Reps without a number come last,
 * whichever comes first. A rep of weight 0 takes no turn; ties are those of the selector within. It is {@link
 * tiers} in their order, and the levels may be as many as there are reps.
 *
 * @remarks
 * - **Units:** {@link Rep.tier}: a number, not negative, parts of one too; 1 is usually the best.
 * - **State:** that of the selector within.
 * - **Promise:** nobody has a lead while somebody of a level before its own may have it. Within a level what the
 *   selector within promises, for the leads that reach it: with {@link rotation} nobody is ever more than (n-1)/2
 *   leads from its part. None of fairness between levels, on purpose: bound the first by {@link capacity} or {@link
 *   limits}, or give tiers shares.
 * - **Errors:** a `RangeError` for options that are none, and for a selector within that needs everybody.
 * - **Cost:** O(n), a sort of the levels that have anybody, and the selector within, once for each level.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [capacity()], selector: priority() });
 * const roster = { reps: [{ id: "ann", tier: 2 }, { id: "bob", tier: 1, capacity: 1 }, { id: "cyd", tier: 1, capacity: 1 }] };
 * let state = emptyState({ seed: "s" });
 * const takers = ["l1", "l2", "l3"].map((id) => {
 *   const outcome = unwrap(strategy({ id, receivedAtMs: 0 }, roster, state));
 *   state = outcome.state;
 *   return holderOf(outcome.decision);
 * });
 * takers; // => ["bob", "cyd", "ann"]
 * ```
 *
 * @since 0.1.0
 */
export const priority = (options: PriorityOptions = {}): Selector => {
  const { first = "lowest", within = rotation() }: PriorityOptions = Object(options);
  demand(first === "lowest" || first === "highest", 'priority: first must be "lowest" or "highest"');
  const membership = byNumber("tier", ({ rep }) => rep.tier);
  const turns = inOrder(() => (first === "lowest" ? 0 : Number.POSITIVE_INFINITY));
  return tierByTier("priority", { membership, turns, weightOf: () => 1, literals: { first } }, within);
};

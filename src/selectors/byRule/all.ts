import type { Selector } from "../../model/selector.js";

/**
 * Ranks every candidate, by id alone, and books nothing.
 *
 * For deliveries in which the reps themselves settle who takes the lead, such as a race or a pool. With
 * {@link assign} the smallest id would get every lead: use {@link rotation} there.
 *
 * @remarks
 * - **State:** none. The share of each candidate is one part in n; the price is 0.
 * - **Promise:** none about fairness.
 * - **Cost:** O(1).
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: all() });
 * const { decision, state } = unwrap(strategy({ id: "l1", receivedAtMs: 0 }, { reps: [{ id: "bob" }, { id: "ann" }] }, emptyState({ seed: "s" })));
 * [holderOf(decision), state.ledgers.length]; // => ["ann", 0]
 * ```
 *
 * @since 0.1.0
 */
export const all = (): Selector => ({
  name: "all",
  order: ({ candidates }) => candidates,
  book: ({ candidates }) => ({ share: 1 / candidates.length, price: 0 }),
  merits:
    ({ candidates }) =>
    () => ({ score: 0, share: 1 / candidates.length, says: "counts like everybody" }),
});

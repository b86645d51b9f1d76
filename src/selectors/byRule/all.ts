import type { Candidate, Selector } from "../../model/selector.js";

const takesTurns = ({ weight }: Candidate): boolean => weight > 0;

/**
 * Ranks every candidate, by id alone, and books nothing. A rep of weight 0 takes no turn; other weights make no
 * difference.
 *
 * For deliveries in which the reps themselves settle who takes the lead, such as a race or a pool. With
 * {@link assign} the smallest id would get every lead: use {@link rotation} there.
 *
 * @remarks
 * - **State:** none. The share of each of n who take a turn is one part in n; the price is 0. A turn that was lost
 *   changes nothing.
 * - **Promise:** none about fairness.
 * - **Errors:** none; total for every input of its type.
 * - **Cost:** O(n) for n candidates.
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
  order: ({ candidates }) => candidates.filter(takesTurns),
  book: ({ candidates, taker }) => ({
    share: takesTurns(taker) ? 1 / candidates.filter(takesTurns).length : 0,
    price: 0,
  }),
  merits: ({ candidates }) => {
    const share = 1 / candidates.filter(takesTurns).length;
    return (candidate) => ({
      score: 0,
      share: takesTurns(candidate) ? share : 0,
      says: "counts like everybody",
    });
  },
});

import type { Evidence, TrackRecord } from "../model/performance.js";

const NOTHING: TrackRecord = { leads: 0, won: 0 };

/**
 * Reads what came of leads from {@link Rep.performance}: what the host's CRM counts. Whoever has none has had no leads.
 *
 * What counts as a lead is then for the host: only such as have had their time, and none that was taken away again.
 *
 * @remarks
 * - **State:** none.
 * - **Errors:** none; the roster's figures are checked with the roster, each with its path.
 * - **Cost:** O(1) for each rep.
 *
 * To learn from the events that a strategy is told: {@link learned}.
 *
 * @example
 * ```ts
 * const selector = topProducer({ evidence: fromRoster() });
 * const strategy = compose({ ledger: "desk", filters: [], selector });
 * const ann = { id: "ann", performance: { leads: 40, won: 4 } };
 * const bob = { id: "bob", performance: { leads: 50, won: 20 } };
 * const { decision } = unwrap(strategy({ id: "l1", receivedAtMs: 0 }, { reps: [ann, bob] }, emptyState({ seed: "s" })));
 * holderOf(decision); // => "bob"
 * ```
 *
 * @since 0.1.0
 */
export const fromRoster = (): Evidence => ({
  name: "fromRoster",
  of:
    () =>
    ({ rep }, segment) => {
      const known = rep.performance;
      if (known === undefined) return NOTHING;
      if (segment === undefined) return known;
      const { bySegment = {} } = known;
      return Object.hasOwn(bySegment, segment) ? (bySegment[segment] ?? NOTHING) : NOTHING;
    },
});

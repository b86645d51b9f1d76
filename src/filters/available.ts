import type { Exclusion, Filter } from "../model/filter.js";
import type { Interval } from "../model/instant.js";
import { PASS } from "./pass.js";

const INACTIVE: Exclusion = { passes: false, reason: "not active", has: false, wants: true };

/**
 * Keeps the reps who are active, online, and not on time off at the moment of deciding.
 *
 * `active` absent counts as true and `presence` absent as online; away and offline are both unavailable. A
 * time off begins at its `fromMs` and is over at its `toMs`; one that ends before it begins covers nothing.
 *
 * @remarks
 * **Cost:** O(times off) for each rep.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [available()], selector: rotation() });
 * const roster = { reps: [{ id: "ann", timeOff: [{ fromMs: 100, toMs: 200 }] }, { id: "bob" }] };
 * const during = unwrap(strategy({ id: "l1", receivedAtMs: 100 }, roster, emptyState({ seed: "s" })));
 * const after = unwrap(strategy({ id: "l2", receivedAtMs: 200 }, roster, emptyState({ seed: "s" })));
 * [holderOf(during.decision), holderOf(after.decision)]; // => ["bob", "ann"]
 * ```
 *
 * @since 0.1.0
 */
export const available = (): Filter => ({
  name: "available",
  test: ({ rep, nowMs }) => {
    if (rep.active === false) return INACTIVE;
    if (rep.presence !== undefined && rep.presence !== "online") {
      return { passes: false, reason: "not online", has: rep.presence, wants: "online" };
    }
    const off = rep.timeOff?.find(({ fromMs, toMs }: Interval) => fromMs <= nowMs && nowMs < toMs);
    if (off === undefined) return PASS;
    return {
      passes: false,
      reason: "on time off",
      has: { fromMs: off.fromMs, toMs: off.toMs },
      wants: nowMs,
    };
  },
});

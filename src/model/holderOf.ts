import type { Decision } from "./decision.js";
import type { RepId } from "./id.js";

/**
 * Who has the lead: its holder while it is assigned, its last holder once it is closed, else `undefined`.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: rotation() });
 * const state = emptyState({ seed: "s" });
 * const taken = unwrap(strategy({ id: "l1", receivedAtMs: 0 }, { reps: [{ id: "ann" }] }, state));
 * const left = unwrap(strategy({ id: "l2", receivedAtMs: 0 }, { reps: [] }, state));
 * [holderOf(taken.decision), holderOf(left.decision)]; // => ["ann", undefined]
 * ```
 *
 * @since 0.1.0
 */
export const holderOf = (decision: Decision): RepId | undefined =>
  decision.status === "assigned" || decision.status === "closed" ? decision.repId : undefined;

import type { Decision } from "./decision.js";
import type { EpochMs } from "./instant.js";

/**
 * Until when the lead waits: the moment at which a host comes back with an event. Nothing for a lead that does not wait.
 *
 * Store it beside the decision, in a column with an index.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: rotation(), delivery: cascade({ answerMs: 60_000 }) });
 * const { decision } = unwrap(strategy({ id: "l1", receivedAtMs: 0 }, { reps: [{ id: "ann" }] }, emptyState({ seed: "s" })));
 * wakeAtMsOf(decision); // => 60_000
 * ```
 *
 * @since 0.1.0
 */
export const wakeAtMsOf = (decision: Decision): EpochMs | undefined =>
  "wakeAtMs" in decision ? decision.wakeAtMs : undefined;

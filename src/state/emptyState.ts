import { demand } from "../internal/demand.js";
import type { State } from "../model/state.js";

/**
 * The state before the first lead.
 *
 * @remarks
 * The seed is what selectors that draw start from: the same seed, leads and rosters give the same
 * decisions on every engine.
 *
 * **Errors:** a `RangeError` when the seed is no text, is absent or is empty, since an empty seed is a forgotten one.
 *
 * @example
 * ```ts
 * const state = emptyState({ seed: "2026" });
 * [state.version, state.ids.length, state.ledgers.length]; // => [0, 0, 0]
 * ```
 *
 * @since 0.1.0
 */
export const emptyState = (start: { readonly seed: string }): State => {
  const seed = (start as typeof start | undefined | null)?.seed;
  if (typeof seed !== "string")
    throw new RangeError('emptyState: the seed must be text, as in emptyState({ seed: "2026" })');
  demand(seed !== "", "emptyState: the seed must not be empty");
  const loads = { openLeads: [], openOffers: [], openEffort: [], offeredEffort: [] };
  return { format: 1, version: 0, seed, ids: [], ...loads, ledgers: [], notes: [] };
};

import type { Filter } from "../model/filter.js";
import type { Lead } from "../model/lead.js";
import type { Rep } from "../model/rep.js";
import { valueFilter } from "./valueFilter.js";
import type { WhenUnknown } from "./whenUnknown.js";

const COMPARED = {
  one: "source",
  many: "sources",
  rep: "takes",
  lead: "comes from",
  wanted: ({ source }: Lead) => source,
  held: ({ sources }: Rep) => sources,
};

/**
 * Keeps the reps who take leads from the lead's source.
 *
 * Compared letter by letter. A rep without `sources` takes any, one with an empty list none.
 *
 * @remarks
 * - **Unknown:** a lead without a source, or with a blank one, follows `whenUnknown`.
 * - **Errors:** a `RangeError` for any other `whenUnknown`.
 * - **Cost:** O(sources of the rep) for each rep; for a whole roster O(reps / 32).
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [source()], selector: rotation() });
 * const roster = { reps: [{ id: "ann", sources: ["web"] }, { id: "bob", sources: ["event"] }] };
 * const lead = { id: "l1", receivedAtMs: 0, source: "event" };
 * holderOf(unwrap(strategy(lead, roster, emptyState({ seed: "s" }))).decision); // => "bob"
 * ```
 *
 * @since 0.1.0
 */
export const source = (options: WhenUnknown = {}): Filter => valueFilter(COMPARED, options);

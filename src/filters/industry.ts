import type { Filter } from "../model/filter.js";
import type { Lead } from "../model/lead.js";
import type { Rep } from "../model/rep.js";
import { valueFilter } from "./valueFilter.js";
import type { WhenUnknown } from "./whenUnknown.js";

const COMPARED = {
  one: "industry",
  many: "industries",
  rep: "serves",
  lead: "is of",
  wanted: ({ industry }: Lead) => industry,
  held: ({ industries }: Rep) => industries,
};

/**
 * Keeps the reps who serve the lead's industry.
 *
 * Compared letter by letter. A rep without `industries` serves any, one with an empty list none.
 *
 * @remarks
 * - **Unknown:** a lead without an industry, or with a blank one, follows `whenUnknown`.
 * - **Errors:** a `RangeError` for any other `whenUnknown`.
 * - **Cost:** O(industries of the rep) for each rep; for a whole roster O(reps / 32).
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [industry()], selector: rotation() });
 * const roster = { reps: [{ id: "ann", industries: ["retail"] }, { id: "bob", industries: ["health"] }] };
 * const lead = { id: "l1", receivedAtMs: 0, industry: "health" };
 * holderOf(unwrap(strategy(lead, roster, emptyState({ seed: "s" }))).decision); // => "bob"
 * ```
 *
 * @since 0.1.0
 */
export const industry = (options: WhenUnknown = {}): Filter => valueFilter(COMPARED, options);

import type { Filter } from "../model/filter.js";
import type { Lead } from "../model/lead.js";
import type { Rep } from "../model/rep.js";
import { valueFilter } from "./valueFilter.js";
import type { WhenUnknown } from "./whenUnknown.js";

const COMPARED = {
  one: "segment",
  many: "segments",
  rep: "serves",
  lead: "is of",
  wanted: ({ segment }: Lead) => segment,
  held: ({ segments }: Rep) => segments,
};

/**
 * Keeps the reps who serve the lead's segment.
 *
 * Compared letter by letter. A rep without `segments` serves any, one with an empty list none.
 *
 * @remarks
 * - **Unknown:** a lead without a segment, or with a blank one, follows `whenUnknown`.
 * - **Errors:** a `RangeError` for any other `whenUnknown`.
 * - **Cost:** O(segments of the rep) for each rep; for a whole roster O(reps / 32).
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [segment()], selector: rotation() });
 * const roster = { reps: [{ id: "ann", segments: ["smb"] }, { id: "bob", segments: ["enterprise"] }] };
 * const lead = { id: "l1", receivedAtMs: 0, segment: "enterprise" };
 * holderOf(unwrap(strategy(lead, roster, emptyState({ seed: "s" }))).decision); // => "bob"
 * ```
 *
 * @since 0.1.0
 */
export const segment = (options: WhenUnknown = {}): Filter => valueFilter(COMPARED, options);

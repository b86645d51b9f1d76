import type { Filter } from "../model/filter.js";
import type { Lead } from "../model/lead.js";
import type { Rep } from "../model/rep.js";
import { valueFilter } from "./valueFilter.js";
import type { WhenUnknown } from "./whenUnknown.js";

const COMPARED = {
  one: "role",
  many: "roles",
  rep: "has",
  lead: "asks for",
  wanted: ({ role }: Lead) => role,
  held: ({ role }: Rep) => (role === undefined ? [] : [role]),
};

/**
 * Keeps the reps of the role that the lead asks for.
 *
 * Compared letter by letter. A rep without a `role` has none, so it gets no lead that asks for one.
 *
 * @remarks
 * - **Unknown:** a lead without a role, or with a blank one, follows `whenUnknown`.
 * - **Errors:** a `RangeError` for any other `whenUnknown`.
 * - **Cost:** O(1) for each rep; for a whole roster O(reps / 32).
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [role()], selector: rotation() });
 * const roster = { reps: [{ id: "ann", role: "sdr" }, { id: "bob", role: "ae" }] };
 * const lead = { id: "l1", receivedAtMs: 0, role: "ae" };
 * holderOf(unwrap(strategy(lead, roster, emptyState({ seed: "s" }))).decision); // => "bob"
 * ```
 *
 * @since 0.1.0
 */
export const role = (options: WhenUnknown = {}): Filter => valueFilter(COMPARED, options);

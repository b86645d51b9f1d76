import type { Filter } from "../model/filter.js";
import type { Lead } from "../model/lead.js";
import type { Rep } from "../model/rep.js";
import { valueFilter } from "./valueFilter.js";
import type { WhenUnknown } from "./whenUnknown.js";

const COMPARED = {
  one: "channel",
  many: "channels",
  rep: "takes",
  lead: "comes by",
  wanted: ({ channel }: Lead) => channel,
  held: ({ channels }: Rep) => channels,
};

/**
 * Keeps the reps who take leads by the lead's channel.
 *
 * Compared letter by letter. A rep without `channels` takes any, one with an empty list none.
 *
 * @remarks
 * - **Unknown:** a lead without a channel, or with a blank one, follows `whenUnknown`.
 * - **Errors:** a `RangeError` for any other `whenUnknown`.
 * - **Cost:** O(channels of the rep) for each rep; for a whole roster O(reps / 32).
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [channel()], selector: rotation() });
 * const roster = { reps: [{ id: "ann", channels: ["phone"] }, { id: "bob", channels: ["mail"] }] };
 * const lead = { id: "l1", receivedAtMs: 0, channel: "mail" };
 * holderOf(unwrap(strategy(lead, roster, emptyState({ seed: "s" }))).decision); // => "bob"
 * ```
 *
 * @since 0.1.0
 */
export const channel = (options: WhenUnknown = {}): Filter => valueFilter(COMPARED, options);

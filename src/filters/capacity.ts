import { counted } from "../internal/counted.js";
import type { Filter } from "../model/filter.js";
import type { Standing } from "../model/standing.js";
import { PASS } from "./pass.js";

/** "holds 3 open leads and 1 open offer of 4". */
const fullness = ({ openLeads, openOffers }: Standing, capacity: number): string => {
  if (openLeads + openOffers === 0) return `has a capacity of ${capacity}`;
  const leads = openLeads > 0 ? [counted(openLeads, "open lead")] : [];
  const offers = openOffers > 0 ? [counted(openOffers, "open offer")] : [];
  return `holds ${[...leads, ...offers].join(" and ")} of ${capacity}`;
};

/**
 * Keeps the reps who have room for one more lead: open leads and open offers together stay within capacity.
 *
 * A rep without a `capacity` always has room, one with 0 never. Open leads are the roster's `openLeads`
 * where given (the CRM's own count), else the state's; an offer of this very lead is not counted against it.
 *
 * @remarks
 * - **Promise:** as long as the state's count is the one used, no rep ever holds more than its capacity,
 *   under every order of events; leads that somebody moves by hand obey it too.
 * - **Cost:** O(1) for each rep.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [capacity()], selector: rotation() });
 * const roster = { reps: [{ id: "ann", capacity: 5, openLeads: 5 }, { id: "bob", capacity: 5, openLeads: 4 }] };
 * holderOf(unwrap(strategy({ id: "l1", receivedAtMs: 0 }, roster, emptyState({ seed: "s" }))).decision); // => "bob"
 * ```
 *
 * @since 0.1.0
 */
export const capacity = (): Filter => ({
  name: "capacity",
  test: ({ rep, standing }) => {
    if (rep.capacity === undefined) return PASS;
    const held = standing.openLeads + standing.openOffers;
    return held + 1 <= rep.capacity
      ? PASS
      : { passes: false, reason: fullness(standing, rep.capacity), has: held, wants: rep.capacity };
  },
});

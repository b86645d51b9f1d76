import { counted } from "../internal/counted.js";
import type { Filter } from "../model/filter.js";
import type { Standing } from "../model/standing.js";
import { PASS } from "./pass.js";

/** "holds 3 open leads and 1 open offer of 4"; where they or the lead weigh anything but 1: "..., 7 units of 8; the lead weighs 3". */
const fullness = (
  { openLeads, openOffers, openEffort }: Standing,
  effort: number,
  capacity: number,
): string => {
  const weighs = effort === 1 ? "" : `; the lead weighs ${effort}`;
  const leads = openLeads > 0 ? [counted(openLeads, "open lead")] : [];
  const offers = openOffers > 0 ? [counted(openOffers, "open offer")] : [];
  const held = [...leads, ...offers].join(" and ");
  const isPlain = openEffort === openLeads + openOffers;
  if (held === "" && isPlain) return `has a capacity of ${capacity}${weighs}`;
  if (isPlain) return `holds ${held} of ${capacity}${weighs}`;
  const units = counted(openEffort, "unit");
  return `holds ${held === "" ? units : `${held}, ${units}`} of ${capacity}${weighs}`;
};

/**
 * Keeps the reps who have room for the lead: open leads and open offers together stay within capacity, each by its `effort`.
 *
 * A rep without a `capacity` always has room. A lead without an `effort` weighs 1, so capacity is then a number of leads; one that
 * weighs 0 fits wherever capacity is not exceeded already. Open leads are the roster's `openEffort` where given (the CRM's own sum), else its
 * `openLeads` at 1 each, else what the state counts: what each lead weighed when it was taken, and each offer when it was made. An offer of
 * this very lead is not counted against it.
 *
 * @remarks
 * - **Promise:** as long as the state's count is the one used, no rep ever comes to hold more than its capacity,
 *   under every order of events; leads that somebody moves by hand obey it too.
 * - **Updates:** a lead whose effort changes while it is held or offered goes on to weigh what it did; {@link reconcile} sets it right.
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
  test: ({ lead, rep, standing }) => {
    if (rep.capacity === undefined) return PASS;
    const effort = lead.effort ?? 1;
    return standing.openEffort + effort <= rep.capacity
      ? PASS
      : {
          passes: false,
          reason: fullness(standing, effort, rep.capacity),
          has: standing.openEffort,
          wants: rep.capacity,
        };
  },
});

import { CREDITS_PER_LEAD } from "../internal/credits.js";
import { demand } from "../internal/demand.js";
import type { Filter } from "../model/filter.js";
import { PASS } from "./pass.js";

/**
 * Options of {@link atMostAhead}.
 *
 * @since 0.1.0
 */
export interface AtMostAheadOptions {
  /** `"byHand"`: who is named by somebody, rather than by the selector, may have the lead all the same. Absent: nobody. */
  readonly exempt?: readonly "byHand"[];
}

const inLeads = (credits: number): number => Math.round((credits * 100) / CREDITS_PER_LEAD) / 100;

/**
 * Leaves out whoever is more than so many leads ahead of the rep who is owed most, also where nobody else is there.
 *
 * Compared are the credits on the strategy's ledger, before the lead, with the most that is owed to anybody of the roster who is active
 * and of a weight above 0, whether it could have this lead or not. The owner of the lead's account (`ownerId`) always passes. Whoever is left out by this
 * filter alone keeps its part of the lead, and so comes back as the others take theirs.
 *
 * @remarks
 * - **For:** deliveries in which reps take leads by themselves, such as a race or a pool. There {@link rotation} books what everybody is entitled to and does not
 *   decide who takes; this filter does, as far as it goes.
 * - **What keeps no account** gives it nothing to compare: beside {@link all}, or between those whom a rank keeps apart, it leaves nobody out.
 * - **Promise:** with {@link rotation} or {@link weighted} nobody is ever more than `leads` + 1 ahead of its fair share, whoever takes the leads, whatever other filters
 *   leave; and right after it took one, nobody is more than `leads` + 1 ahead of the rep who is owed most, the weights being equal. It holds as long as everybody with an
 *   account is on the roster, active and of a weight above 0, and no more than what exempt leads, refunds and changes by hand add, and offers beyond the first that a rep has open at once and lets pass, since each is a turn.
 * - **Waits:** a lead that nobody else may have goes to nobody, until those who are owed more have caught up, so put a small number only on a desk where all may take most leads.
 * - **Errors:** a `RangeError` for a number that is not above 0 (at 0 only those who are owed most could take anything: that is {@link patience}), and for an unknown exemption.
 * - **Cost:** O(reps) for each lead, O(1) for each rep.
 *
 * @see cal.com's `maxLeadThreshold`, which leaves hosts out who are further ahead "even if they are the only ones free"
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [available(), atMostAhead(2)], selector: rotation() });
 * const alone = { reps: [{ id: "ann" }, { id: "bob", presence: "away" }] } as const;
 * const past = { ledger: "desk", counts: [{ repId: "ann", leads: 8 }, { repId: "bob", leads: 3 }], mostLeads: 3 };
 * const state = unwrap(adoptCounts(emptyState({ seed: "s" }), past));
 * unwrap(strategy({ id: "l1", receivedAtMs: 0 }, alone, state)).decision.status; // => "unassigned"
 * ```
 *
 * @since 0.1.0
 */
export const atMostAhead = (leads: number, options: AtMostAheadOptions = {}): Filter => {
  const { exempt = [] }: AtMostAheadOptions = Object(options);
  demand(Number.isFinite(leads) && leads > 0, "atMostAhead: the leads must be a number above 0");
  demand(
    Array.isArray(exempt) && exempt.every((each) => each === "byHand"),
    'atMostAhead: exempt must be a list of "byHand"',
  );
  const isExempt = exempt.length > 0;
  return {
    name: "atMostAhead",
    literals: { leads, exempt: [...exempt] },
    // Else nobody who is held back would ever be let in again: what the others gain they pay, too.
    owes: {},
    test: ({ lead, rep, standing, isByHand, isHolder, mostOwed }) => {
      if (lead.ownerId === rep.id || isHolder || (isExempt && isByHand)) return PASS;
      const ahead = mostOwed() - standing.credit;
      if (ahead <= leads * CREDITS_PER_LEAD) return PASS;
      const has = inLeads(ahead);
      const reason = `is ${has.toFixed(2)} leads ahead of whoever is owed most, and may be ${leads}`;
      return { passes: false, reason, has, wants: leads };
    },
  };
};

import { CREDITS_PER_LEAD } from "../../internal/credits.js";
import { demand } from "../../internal/demand.js";
import type { Selector } from "../../model/selector.js";
import { byCredit } from "./byCredit.js";

/**
 * Options of {@link valueRotation}. Amounts are in the unit of what is balanced: the currency of the lead's
 * `value`, or its `score`.
 *
 * @since 0.1.0
 */
export interface ValueRotationOptions {
  /** What is balanced. Absent: `"value"`. */
  readonly of?: "value" | "score";
  /** Counts as a whole lead; whatever is larger counts as this. Above 0, at most 1e15. */
  readonly mostPerLead: number;
  /** Whatever is smaller counts as this. Above 0, at most `mostPerLead`. Absent: a hundredth of `mostPerLead`. */
  readonly leastPerLead?: number;
  /** What a lead counts as that does not say. From `leastPerLead` to `mostPerLead`. Absent: `mostPerLead`. */
  readonly whenUnknown?: number;
}

const HIGHEST = 1e15;

/** The options as they count, or a mistake in the program. */
const amountsOf = (options: ValueRotationOptions): Required<ValueRotationOptions> => {
  const {
    of = "value",
    mostPerLead,
    leastPerLead,
    whenUnknown,
  }: Partial<ValueRotationOptions> = Object(options);
  demand(of === "value" || of === "score", 'valueRotation: of must be "value" or "score"');
  const isMost = typeof mostPerLead === "number" && mostPerLead > 0 && mostPerLead <= HIGHEST;
  demand(isMost, `valueRotation: mostPerLead must be a number above 0, at most ${HIGHEST}`);
  const most = mostPerLead as number;
  const least = leastPerLead ?? most / 100;
  const isLeast = typeof least === "number" && least > 0 && least <= most;
  demand(isLeast, "valueRotation: leastPerLead must be a number above 0, at most mostPerLead");
  const unknown = whenUnknown ?? most;
  const isUnknown = typeof unknown === "number" && unknown >= least && unknown <= most;
  demand(isUnknown, "valueRotation: whenUnknown must be a number from leastPerLead to mostPerLead");
  return { of, mostPerLead: most, leastPerLead: least, whenUnknown: unknown };
};

/**
 * Balances value rather than the number of leads: gives the lead to the candidate that is owed most of it, each
 * counting by its weight.
 *
 * As {@link weighted}, but a lead is split and charged as so much of a lead as its value is of `mostPerLead`.
 * Whatever is larger counts as `mostPerLead`, since one lead beyond all others would leave the accounts beyond all
 * bounds; whatever is smaller counts as `leastPerLead`, since a lead for nothing would leave its taker first in
 * turn, and one rep would have all of them. Ties go to the smaller id; a rep of weight 0 takes no turn.
 *
 * @remarks
 * - **Units:** {@link CREDITS_PER_LEAD} are `mostPerLead` of value: wherever else leads of an account are spoken
 *   of, such as `mostLeads` of {@link owe}, `withinLeads` of {@link patience}, {@link atMostAhead}, {@link adjust}
 *   and {@link inspect}, one lead is `mostPerLead`.
 * - **State:** one whole number for each rep ever seen. It cannot share a ledger with a selector that counts leads.
 * - **Promise:** whatever the filters leave, however weights and values change, nobody is ever more than (n-1)/2
 *   times `mostPerLead` from its fair share of the value as it counts, n being the accounts ever opened on the
 *   ledger. Exactly so in credits; of value each lead among candidates of divided weight W in all is short by at
 *   most (W + 1) * mostPerLead / CREDITS_PER_LEAD. Shares of *value* are fair; whoever has the large leads has
 *   fewer of them.
 * - **Errors:** a `RangeError` for amounts that are not above 0, out of their order, or beyond 1e15, and for any
 *   other `of`.
 * - **Cost:** O(n) for n candidates.
 *
 * Value as it is when the turn is booked counts; what a deal brought in the end does not. For a few large leads
 * only, use a {@link branch} by value and a rotation in each.
 *
 * @see D. Coppersmith, T. Nowicki, G. Paleologo, C. Tresser, C. W. Wu, "The Optimality of the Online Greedy
 * Algorithm in Carpool and Chairman Assignment Problems", ACM Transactions on Algorithms 7(3), 2011,
 * https://doi.org/10.1145/1978782.1978792, whose proof asks only that nobody pays more than 1
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: valueRotation({ mostPerLead: 1_000 }) });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
 * let state = emptyState({ seed: "s" });
 * const takers = [900, 300, 300, 300, 500].map((value, n) => {
 *   const outcome = unwrap(strategy({ id: `l${n}`, receivedAtMs: 0, value }, roster, state));
 *   state = outcome.state;
 *   return holderOf(outcome.decision);
 * });
 * takers; // => ["ann", "bob", "bob", "bob", "ann"]
 * ```
 *
 * @since 0.1.0
 */
export const valueRotation = (options: ValueRotationOptions): Selector => {
  const amounts = amountsOf(options);
  const { of, mostPerLead, leastPerLead, whenUnknown } = amounts;
  return byCredit(
    "valueRotation",
    {
      weightsFor:
        () =>
        ({ weight }) =>
          weight,
      worthOf: (lead) => {
        const counts = Math.max(lead[of] ?? whenUnknown, leastPerLead);
        return Math.floor(CREDITS_PER_LEAD * Math.min(1, counts / mostPerLead));
      },
      unit: { perLead: mostPerLead, noun: `of ${of}` },
    },
    { ...amounts },
  );
};

import { demand } from "../internal/demand.js";
import type { RepId } from "../model/id.js";
import { amount } from "./amount.js";
import { add, type CompensatedSum, nothing, totalOf } from "./compensatedSum.js";
import { jain } from "./jain.js";
import type { Measure } from "./measure.js";
import type { MeasuredLead } from "./measuredLead.js";
import { entryOf, sortedById } from "./perRep.js";
import { takesPart } from "./takesPart.js";

/**
 * The options of {@link valueByRep}.
 *
 * @since 0.1.0
 */
export interface ValueOptions<Item extends MeasuredLead> {
  /** The part of a lead's value that its rep may expect as commission, for all or by lead and rep. Absent: 0. */
  readonly rate?: number | ((lead: Item, repId: RepId) => number) | undefined;
}

/**
 * What one rep's leads are worth.
 *
 * @since 0.1.0
 */
export interface RepValue {
  readonly repId: RepId;
  readonly leads: number;
  readonly value: number;
  /** The sum of value times rate. */
  readonly commission: number;
}

/**
 * What the leads of a run are worth, and to whom they went.
 *
 * @since 0.1.0
 */
export interface ValueByRep {
  readonly leads: number;
  /** Leads without a value; they count as worth 0. */
  readonly unvalued: number;
  /** The value of the leads that somebody got. */
  readonly value: number;
  readonly commission: number;
  /** Everybody who was a candidate (with a weight above 0) or got a lead, sorted by the code units of the ids. */
  readonly reps: readonly RepValue[];
  /** {@link jain} of the reps' values. `null` where nobody has any. */
  readonly jain: number | null;
}

interface Purse {
  leads: number;
  readonly value: CompensatedSum;
  readonly commission: CompensatedSum;
}

const opened = (): Purse => ({ leads: 0, value: nothing(), commission: nothing() });

/**
 * Measures what everybody's leads are worth, and the commission to expect of them.
 *
 * A lead is worth its `value` to whoever got it; where deals are uncertain, give the expected value. The
 * commission is value times `rate`; a rate or a commission that is no number from 0 to 2^53 - 1 counts as 0.
 *
 * @remarks
 * - **Units:** those of the values. Sums are compensated, so that cents do not get lost in millions.
 * - **State:** three numbers for each rep.
 * - **Errors:** a `RangeError` for a literal rate below 0 or not finite; what a rate function throws goes through.
 * - **Cost:** O(candidates) for each lead; a result sorts the reps.
 *
 * Bare sums: whoever may have fewer leads, or poorer ones, has less without being wronged. For that see
 * {@link envy} and {@link compensation}.
 *
 * @example
 * ```ts
 * const run = [
 *   { candidates: [], repId: "ann", value: 1000 },
 *   { candidates: [], repId: "bob", value: 500 },
 * ];
 * const rate = (_lead: MeasuredLead, repId: string) => (repId === "bob" ? 0.1 : 0.05);
 * measure(run, { money: valueByRep({ rate }) }).money.reps.map(({ commission }) => commission); // => [50, 50]
 * ```
 *
 * @since 0.1.0
 */
export const valueByRep = <Item extends MeasuredLead = MeasuredLead>({
  rate = 0,
}: ValueOptions<Item> = {}): Measure<Item, ValueByRep> => {
  demand(typeof rate === "function" || amount(rate) !== undefined, "a rate must be a number from 0 on");
  const rateOf = typeof rate === "function" ? rate : () => rate;
  return {
    open: () => {
      const purses = new Map<RepId, Purse>();
      let leads = 0;
      let unvalued = 0;
      const all = opened();
      return {
        add: (lead) => {
          leads += 1;
          const value = amount(lead.value);
          if (value === undefined) unvalued += 1;
          for (const candidate of lead.candidates)
            if (takesPart(candidate)) entryOf(purses, candidate.id, opened);
          if (lead.repId === undefined) return;
          const commission = amount((value ?? 0) * (amount(rateOf(lead, lead.repId)) ?? 0)) ?? 0;
          for (const purse of [entryOf(purses, lead.repId, opened), all]) {
            purse.leads += 1;
            add(purse.value, value ?? 0);
            add(purse.commission, commission);
          }
        },
        result: () => {
          const reps = sortedById(purses, (repId, purse) => ({
            repId,
            leads: purse.leads,
            value: totalOf(purse.value),
            commission: totalOf(purse.commission),
          }));
          return {
            leads,
            unvalued,
            value: totalOf(all.value),
            commission: totalOf(all.commission),
            reps,
            jain: jain(reps.map(({ value }) => value)),
          };
        },
      };
    },
  };
};

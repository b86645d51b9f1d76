import type { RepId } from "../model/id.js";
import { amount } from "./amount.js";
import { add, type CompensatedSum, nothing, totalOf } from "./compensatedSum.js";
import type { Measure } from "./measure.js";
import type { MeasuredLead } from "./measuredLead.js";
import { entryOf, sortedById } from "./perRep.js";
import { takesPart, totalWeightOf } from "./takesPart.js";

/**
 * What one rep's region costs it, or brings it.
 *
 * @since 0.1.0
 */
export interface RepCompensation {
  readonly repId: RepId;
  /** Its fair share, in leads. */
  readonly share: number;
  /** What that share is worth: the sum of its parts of the values of the leads that it was a candidate for. */
  readonly shareByValue: number;
  /** The share at the value of the average lead, less what it is worth: deal value, not pay. Positive: owed to the rep; negative: by it. */
  readonly compensation: number;
}

/**
 * Who would have to pay whom for the leads of all regions to be worth the same.
 *
 * @since 0.1.0
 */
export interface Compensation {
  /** Leads with a value that somebody got and somebody was a candidate for; the others are left out. */
  readonly leads: number;
  /** The value of the average one of them. `null`: there is none. */
  readonly meanValue: number | null;
  /** Everybody who was a candidate for one of them, sorted by the code units of the ids. */
  readonly reps: readonly RepCompensation[];
}

interface Region {
  readonly share: CompensatedSum;
  readonly value: CompensatedSum;
}

const opened = (): Region => ({ share: nothing(), value: nothing() });

/**
 * Measures what is owed to reps of poor regions: whoever's leads were worth less than the average lead is owed
 * the difference, for as many leads as its fair share.
 *
 * With v the value of the average lead, a rep with the share FS (in leads) and the share FV (by value: its parts
 * of each lead's value) is owed v * FS - FV. It depends on who *could* have had which lead, not on who got it: it
 * is about regions, not luck. What a rep got beyond or below FV is luck, which evens out by itself.
 *
 * @remarks
 * - **Promise:** the compensations add up to zero, but for rounding. Each lead's parts add up to one lead and to
 *   its whole value, so over T leads worth V together the shares add up to T and the shares by value to V; and
 *   v * T - V = 0, since v is V / T. With leads of equal value, and where everybody may have every lead by the same weights, nobody is owed anything.
 * - **Units:** those of the values: deals, not pay. Times the rate of a commission it is pay.
 * - **State:** two numbers for each rep.
 * - **Errors:** none; nothing given gives `null`, never `NaN`.
 * - **Cost:** O(candidates) for each lead; a result sorts the reps.
 *
 * @example
 * ```ts
 * const run = [
 *   { candidates: [{ id: "north", weight: 1 }], repId: "north", value: 100 },
 *   { candidates: [{ id: "south", weight: 1 }], repId: "south", value: 500 },
 * ];
 * const { owed } = measure(run, { owed: compensation() });
 * owed.reps.map((rep) => [rep.repId, rep.compensation]); // => [["north", 200], ["south", -200]]
 * const rate = 0.05;
 * owed.reps.map((rep) => rep.compensation * rate); // => [10, -10]
 * ```
 *
 * @since 0.1.0
 */
export const compensation = (): Measure<MeasuredLead, Compensation> => ({
  open: () => {
    const regions = new Map<RepId, Region>();
    let leads = 0;
    const value = nothing();
    return {
      add: (lead) => {
        const worth = amount(lead.value);
        const totalWeight = totalWeightOf(lead);
        if (lead.repId === undefined || worth === undefined || totalWeight === 0) return;
        leads += 1;
        add(value, worth);
        for (const candidate of lead.candidates) {
          if (!takesPart(candidate)) continue;
          const region = entryOf(regions, candidate.id, opened);
          const part = candidate.weight / totalWeight;
          add(region.share, part);
          add(region.value, part * worth);
        }
      },
      result: () => {
        const meanValue = leads === 0 ? null : totalOf(value) / leads;
        return {
          leads,
          meanValue,
          reps: sortedById(regions, (repId, region) => {
            const share = totalOf(region.share);
            const shareByValue = totalOf(region.value);
            return { repId, share, shareByValue, compensation: (meanValue ?? 0) * share - shareByValue };
          }),
        };
      },
    };
  },
});

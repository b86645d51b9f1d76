import type { RepId } from "../model/id.js";
import { add, type CompensatedSum, nothing, totalOf } from "./compensatedSum.js";
import { jain } from "./jain.js";
import type { Measure } from "./measure.js";
import type { MeasuredLead } from "./measuredLead.js";
import { entryOf, sortedById } from "./perRep.js";
import { takesPart, totalWeightOf } from "./takesPart.js";

/**
 * How one rep fared.
 *
 * @since 0.1.0
 */
export interface RepFairness {
  readonly repId: RepId;
  /** Leads it got. */
  readonly leads: number;
  /** Its fair share, in leads: the sum of its parts of the leads that it was a candidate for. */
  readonly share: number;
  /** Share less leads: what it is still owed; negative: it had more than its share. */
  readonly lag: number;
  /** Leads that it was a candidate for. */
  readonly leadsWhileEligible: number;
  /** The longest run of leads that it was a candidate for and did not get. */
  readonly longestDrought: number;
}

/**
 * How a run of leads was shared out.
 *
 * @since 0.1.0
 */
export interface Fairness {
  readonly leads: number;
  /** Leads that nobody got. */
  readonly unassigned: number;
  /** Everybody who was a candidate for a lead that somebody got, or who got one; sorted by the code units of the ids. */
  readonly reps: readonly RepFairness[];
  /** How far anybody ever was from its fair share, in leads, after any lead. `null`: no lead was given to anybody. */
  readonly largestLag: number | null;
  /** {@link jain} of leads over fair share, among those who have a share. `null` where nobody of them got a lead. */
  readonly jain: number | null;
  /** The longest drought of anybody. `null`: no lead was given to anybody. */
  readonly longestDrought: number | null;
}

interface Account {
  leads: number;
  readonly share: CompensatedSum;
  leadsWhileEligible: number;
  drought: number;
  longestDrought: number;
}

const opened = (): Account => ({
  leads: 0,
  share: nothing(),
  leadsWhileEligible: 0,
  drought: 0,
  longestDrought: 0,
});

/** The large parts cancel first, so that the small rest keeps its bits. */
const lagOf = ({ share, leads }: Account): number => share.sum - leads + share.lost;

const repFairnessOf = (repId: RepId, account: Account): RepFairness => ({
  repId,
  leads: account.leads,
  share: totalOf(account.share),
  lag: lagOf(account),
  leadsWhileEligible: account.leadsWhileEligible,
  longestDrought: account.longestDrought,
});

/**
 * {@link fairnessOf} as a measure, for a run that is too long to hold or that is measured in other ways too.
 *
 * @remarks
 * - **State:** five numbers for each rep.
 * - **Errors:** none; nothing given gives `null`, never `NaN`.
 * - **Cost:** O(candidates) for each lead; a result sorts the reps.
 *
 * @example
 * ```ts
 * const tally = fairness().open();
 * tally.add({ candidates: [{ id: "ann", weight: 1 }, { id: "bob", weight: 1 }], repId: "ann" });
 * const early = tally.result().largestLag;
 * tally.add({ candidates: [{ id: "ann", weight: 1 }, { id: "bob", weight: 1 }], repId: "ann" });
 * [early, tally.result().largestLag]; // => [0.5, 1]
 * ```
 *
 * @since 0.1.0
 */
export const fairness = (): Measure<MeasuredLead, Fairness> => ({
  open: () => {
    const accounts = new Map<RepId, Account>();
    let count = 0;
    let unassigned = 0;
    let largestLag = 0;
    return {
      add: (lead) => {
        count += 1;
        const { candidates, repId } = lead;
        if (repId === undefined) {
          unassigned += 1;
          return;
        }
        const totalWeight = totalWeightOf(lead);
        const taker = entryOf(accounts, repId, opened);
        taker.leads += 1;
        for (const candidate of candidates) {
          if (!takesPart(candidate)) continue;
          const account = entryOf(accounts, candidate.id, opened);
          add(account.share, candidate.weight / totalWeight);
          account.leadsWhileEligible += 1;
          if (account === taker) continue;
          account.drought += 1;
          account.longestDrought = Math.max(account.longestDrought, account.drought);
          largestLag = Math.max(largestLag, Math.abs(lagOf(account)));
        }
        taker.drought = 0;
        largestLag = Math.max(largestLag, Math.abs(lagOf(taker)));
      },
      result: () => {
        const reps = sortedById(accounts, repFairnessOf);
        const anybody = reps.length > 0;
        return {
          leads: count,
          unassigned,
          reps,
          largestLag: anybody ? largestLag : null,
          jain: jain(reps.filter(({ share }) => share > 0).map((rep) => rep.leads / rep.share)),
          longestDrought: anybody ? reps.reduce((most, rep) => Math.max(most, rep.longestDrought), 0) : null,
        };
      },
    };
  },
});

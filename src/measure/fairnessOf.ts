import { compareCodeUnits } from "../internal/codeUnits.js";
import type { RepId } from "../model/id.js";
import { add, type CompensatedSum } from "./compensatedSum.js";
import { jain } from "./jain.js";

/**
 * One lead of a run: who could have had it, by which weight, and who got it.
 *
 * @since 0.1.0
 */
export interface MeasuredLead {
  /** Each rep once. A weight that is not above 0 takes no part; equal weights for equal parts. */
  readonly candidates: readonly { readonly id: RepId; readonly weight: number }[];
  /** `undefined`: nobody got it. */
  readonly repId: RepId | undefined;
}

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

interface Tally {
  leads: number;
  share: CompensatedSum;
  leadsWhileEligible: number;
  drought: number;
  longestDrought: number;
}

const opened = (tallies: Map<RepId, Tally>, id: RepId): Tally => {
  const known = tallies.get(id);
  if (known) return known;
  const tally = {
    leads: 0,
    share: { sum: 0, lost: 0 },
    leadsWhileEligible: 0,
    drought: 0,
    longestDrought: 0,
  };
  tallies.set(id, tally);
  return tally;
};

/** The large parts cancel first, so that the small rest keeps its bits. */
const lagOf = ({ share, leads }: Tally): number => share.sum - leads + share.lost;

const takesPart = ({ weight }: { readonly weight: number }): boolean => weight > 0 && Number.isFinite(weight);

const repFairnessOf = (repId: RepId, tally: Tally): RepFairness => ({
  repId,
  leads: tally.leads,
  share: tally.share.sum + tally.share.lost,
  lag: lagOf(tally),
  leadsWhileEligible: tally.leadsWhileEligible,
  longestDrought: tally.longestDrought,
});

/**
 * Measures how fairly a run of leads was shared out: shares, lag, droughts and Jain's index.
 *
 * Each lead is split by weight among its candidates; the sum of its parts is a rep's fair share, and share
 * less leads its lag. The order of the leads matters for the largest lag and the droughts, the order of the
 * candidates never. A lead that nobody got counts as unassigned and gives nobody a share. Whoever got a lead
 * without being a candidate for it (or with a weight of 0) got it without a share, and its drought ends there.
 *
 * @remarks
 * - **Units:** leads. Sums are floating and compensated, so a share is exact to a few units in its last
 *   place: after a million leads a lag is off by less than a millionth of a lead.
 * - **State:** the iterable is read once and never kept: memory grows with the reps, not with the leads.
 * - **Errors:** none; nothing given gives `null`, never `NaN`.
 * - **Cost:** O(candidates) for each lead, and one sort of the reps at the end.
 *
 * {@link rotation} counts every candidate the same, so feed it weights of 1; {@link weighted} counts by the
 * `weight` of the candidates that `strategy.candidates` returns. The (n-1)/2 that these two promise is the
 * bound of `largestLag`, but for the little that a lead's price falls short of a whole one.
 *
 * @see R. Fagin, J. H. Williams, "A Fair Carpool Scheduling Algorithm", IBM Journal of Research and
 * Development 27(2), 1983, https://doi.org/10.1147/rd.272.0133
 *
 * @example
 * ```ts
 * const both = [{ id: "ann", weight: 1 }, { id: "bob", weight: 1 }];
 * const { reps, largestLag } = fairnessOf([
 *   { candidates: both, repId: "ann" },
 *   { candidates: both, repId: "ann" },
 *   { candidates: both, repId: "bob" },
 * ]);
 * [reps.map(({ lag }) => lag), largestLag]; // => [[-0.5, 0.5], 1]
 * ```
 *
 * @since 0.1.0
 */
export const fairnessOf = (leads: Iterable<MeasuredLead>): Fairness => {
  const tallies = new Map<RepId, Tally>();
  let count = 0;
  let unassigned = 0;
  let largestLag = 0;

  for (const { candidates, repId } of leads) {
    count += 1;
    if (repId === undefined) {
      unassigned += 1;
      continue;
    }
    let totalWeight = 0;
    for (const candidate of candidates) if (takesPart(candidate)) totalWeight += candidate.weight;
    const taker = opened(tallies, repId);
    taker.leads += 1;
    for (const candidate of candidates) {
      if (!takesPart(candidate)) continue;
      const tally = opened(tallies, candidate.id);
      add(tally.share, candidate.weight / totalWeight);
      tally.leadsWhileEligible += 1;
      if (tally === taker) continue;
      tally.drought += 1;
      tally.longestDrought = Math.max(tally.longestDrought, tally.drought);
      largestLag = Math.max(largestLag, Math.abs(lagOf(tally)));
    }
    taker.drought = 0;
    largestLag = Math.max(largestLag, Math.abs(lagOf(taker)));
  }

  const reps = [...tallies]
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([repId, tally]) => repFairnessOf(repId, tally));
  const anybody = reps.length > 0;
  return {
    leads: count,
    unassigned,
    reps,
    largestLag: anybody ? largestLag : null,
    jain: jain(reps.filter(({ share }) => share > 0).map((rep) => rep.leads / rep.share)),
    longestDrought: anybody ? reps.reduce((most, rep) => Math.max(most, rep.longestDrought), 0) : null,
  };
};

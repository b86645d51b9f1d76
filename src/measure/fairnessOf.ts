import { type Fairness, fairness } from "./fairness.js";
import { measure } from "./measure.js";
import type { MeasuredLead } from "./measuredLead.js";

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
 * {@link rotation} counts every candidate the same, so feed it weights of 1 (and 0 where the weight is 0);
 * {@link weighted} counts by the `weight` of the candidates that `strategy.candidates` returns. The (n-1)/2 that
 * these two promise is the bound of `largestLag` over the leads of one ledger, but for the little that a lead's
 * price falls short of a whole one. The lags of several ledgers add up: measure each by itself, with
 * {@link groupedBy}.
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
export const fairnessOf = (leads: Iterable<MeasuredLead>): Fairness =>
  measure(leads, { fairness: fairness() }).fairness;

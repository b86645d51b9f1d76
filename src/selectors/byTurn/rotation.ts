import type { Selector } from "../../model/selector.js";
import { byCredit } from "./byCredit.js";

/**
 * Gives the lead to the candidate that is owed most, every candidate counting the same.
 *
 * Each lead is split equally among its candidates; a rep's credit is the sum of its parts less the leads it
 * got. Ties go to the smaller id, so the order of the roster never decides. A rep of weight 0 takes no turn;
 * other weights make no difference here.
 *
 * @remarks
 * - **Units:** credits; {@link CREDITS_PER_LEAD} are one lead. A lead of n candidates costs its taker
 *   n * floor(CREDITS_PER_LEAD / n), so nothing is rounded within a lead.
 * - **State:** one whole number for each rep ever seen.
 * - **Errors:** none; total for every input of its type.
 * - **Promise:** whatever the filters leave, nobody is ever more than (n-1)/2 leads from its fair share, n
 *   being the accounts ever opened on the ledger, and any k reps together never more than k(n-k)/2. (Exactly so
 *   in credits. A lead among W candidates costs less than a whole one by under W / CREDITS_PER_LEAD.) With
 *   nobody filtered out, each rep has exactly one of any n leads in a row. Whoever was away resumes its
 *   place: no flood. A claim that is booked out of turn, or another selector on the same ledger, ends the bound.
 * - **Cost:** O(n) for n candidates.
 *
 * It is fair by share, not by recency: whoever may take less, because of skills or hours, is owed less.
 *
 * @see R. Fagin, J. H. Williams, "A Fair Carpool Scheduling Algorithm", IBM Journal of Research and
 * Development 27(2), 1983, https://doi.org/10.1147/rd.272.0133 for the share; D. Coppersmith, T. Nowicki,
 * G. Paleologo, C. Tresser, C. W. Wu, "The Optimality of the Online Greedy Algorithm in Carpool and Chairman
 * Assignment Problems", ACM Transactions on Algorithms 7(3), 2011, https://doi.org/10.1145/1978782.1978792
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: rotation() });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
 * const first = unwrap(strategy({ id: "l1", receivedAtMs: 0 }, roster, emptyState({ seed: "s" })));
 * const second = unwrap(strategy({ id: "l2", receivedAtMs: 0 }, roster, first.state));
 * [holderOf(first.decision), holderOf(second.decision)]; // => ["ann", "bob"]
 * ```
 *
 * @since 0.1.0
 */
export const rotation = (): Selector =>
  byCredit("rotation", {
    weightsFor:
      () =>
      ({ weight }) =>
        Math.min(weight, 1),
  });

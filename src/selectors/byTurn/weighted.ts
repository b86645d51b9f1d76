import type { Selector } from "../../model/selector.js";
import { byCredit } from "./byCredit.js";
import { demandWeightsBy, literalsOfWeightsBy, segmentWeights, type WeightsBy } from "./segmentWeights.js";

/**
 * Options of {@link weighted}.
 *
 * @since 0.1.0
 */
export interface WeightedOptions {
  /** The rep's `weights` count by what the lead says there. Absent: `weight` counts for every lead. */
  readonly by?: WeightsBy;
}

/**
 * Gives the lead to the candidate that is owed most, each candidate counting by its weight.
 *
 * Each lead is split by weight among its candidates; a rep's credit is the sum of its parts less the leads
 * it got. A rep of weight 2 has twice the leads of a rep of weight 1 among the leads that both may take. Ties
 * go to the smaller id. A rep of weight 0 takes no turn; when nobody else is left, nobody gets the lead.
 *
 * With `by` the weights may differ from lead to lead: `weighted({ by: "region" })` and
 * `weights: { DE: 120, US: 50 }` on the rep. The key that fits what the lead says counts, of regions the most
 * specific one that covers the lead's (levels and case as {@link region} has them); where none fits, or the lead
 * says nothing, `weight` does. All segments share one account: whoever had too much of one is owed less of the
 * others. For an account per segment take {@link branch} and a ledger for each.
 *
 * @remarks
 * - **Units:** weights from 0 to 10,000 in whole thousandths, divided by their greatest common divisor over the
 *   roster, so 1, 1, 2 and 50, 50, 100 are the same; with `by`, over the candidates of the lead. Credits as for
 *   {@link rotation}.
 * - **State:** one whole number for each rep ever seen. A changed weight touches future leads only.
 * - **Errors:** a `RangeError` for a `by` that is none of the fields. With `by`, a problem that names the selector
 *   where the weights of those in play, so divided, add up to more than {@link CREDITS_PER_LEAD}.
 * - **Promise:** whatever the filters leave and however the weights change, nobody is ever more than (n-1)/2
 *   leads from its fair share, n being the accounts ever opened on the ledger. (Exactly so in credits. A lead
 *   among candidates of divided weight W in all costs less than a whole one by under W / CREDITS_PER_LEAD, which
 *   adds up where weights of 10,000 and of thousandths stand side by side.) With nobody filtered out and
 *   fixed weights the order is nginx's smooth weighted round robin, and nobody is owed more than
 *   1/2 + 1/3 + ... + 1/n. Whoever was away resumes its place.
 * - **Cost:** O(n) for n candidates; by region, times the levels of the lead's.
 *
 * @see the smooth weighted balancing of nginx,
 * https://github.com/nginx/nginx/commit/52327e0627f49dbda1e8db695e63a4b0af4448b1; D. Coppersmith et al., ACM
 * Transactions on Algorithms 7(3), 2011, https://doi.org/10.1145/1978782.1978792
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: weighted() });
 * const roster = { reps: [{ id: "ann", weight: 2 }, { id: "bob" }] };
 * let state = emptyState({ seed: "s" });
 * const taken = ["l1", "l2", "l3"].map((id) => {
 *   const outcome = unwrap(strategy({ id, receivedAtMs: 0 }, roster, state));
 *   state = outcome.state;
 *   return holderOf(outcome.decision);
 * });
 * taken; // => ["ann", "bob", "ann"]
 * ```
 *
 * @example
 * ```ts
 * // Ann takes three of four leads from Germany, and as many as bob from anywhere else.
 * const strategy = compose({ ledger: "desk", filters: [], selector: weighted({ by: "region" }) });
 * const roster = { reps: [{ id: "ann", weights: { DE: 3 } }, { id: "bob" }] };
 * let state = emptyState({ seed: "s" });
 * const takers = (region: string) => [1, 2, 3, 4].map((n) => {
 *   const outcome = unwrap(strategy({ id: `${region} ${n}`, receivedAtMs: 0, region }, roster, state));
 *   state = outcome.state;
 *   return holderOf(outcome.decision);
 * });
 * takers("DE-BY"); // => ["ann", "ann", "bob", "ann"]
 * takers("US"); // => ["ann", "bob", "ann", "bob"]
 * ```
 *
 * @since 0.1.0
 */
export const weighted = (options: WeightedOptions = {}): Selector => {
  const { by }: WeightedOptions = Object(options);
  if (by === undefined)
    return byCredit("weighted", {
      weightsFor:
        () =>
        ({ weight }) =>
          weight,
    });
  demandWeightsBy(by);
  return byCredit(
    "weighted",
    { weightsFor: (question) => segmentWeights(by, question) },
    literalsOfWeightsBy(by),
  );
};

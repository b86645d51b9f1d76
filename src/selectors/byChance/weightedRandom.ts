import type { Selector } from "../../model/selector.js";
import { byWeight } from "./byWeight.js";
import type { DrawOptions } from "./draws.js";

/**
 * Draws the order of the candidates by weight: a rep of weight 2 comes first twice as often as a rep of weight 1.
 *
 * Places are drawn one after the other, each by weight among those left. No two ever tie. A rep of weight 0 takes
 * no turn. The draws follow from the state's seed: the same seed, ledger and lead among as many candidates of the
 * same weights draw the same on every engine.
 *
 * @remarks
 * - **Units:** weights as for {@link weighted}: whole thousandths, divided by their greatest common divisor over
 *   the roster. A chance is exact but for one part in 2^53 of all weights together.
 * - **State:** nothing, or four numbers for the ledger with `draws: "perTurn"`.
 * - **Share:** weight over the weights of all candidates, which is also the chance of coming first: the propensity,
 *   for whoever learns from decisions. The price is 0, so a return gives nothing back. A turn that is lost changes
 *   nothing for who lost it.
 * - **Errors:** a `RangeError` for other `draws`; a problem that names the selector where the four numbers of the
 *   state are none that draws lead to.
 * - **Promise:** in the long run and on average only. How far a rep of share p is from it has a standard deviation
 *   of sqrt(leads * p * (1 - p)). {@link weighted} keeps to the same shares within a few leads, always: draw where
 *   nobody may know who is next, or where decisions are to be learnt from.
 * - **Cost:** O(n) for a push among n candidates, O(log n) for each further place.
 *
 * @see P. S. Efraimidis, P. G. Spirakis, "Weighted random sampling with a reservoir", Information Processing
 * Letters 97(5), 2006, https://doi.org/10.1016/j.ipl.2005.11.003, whose keys give the same orders by logarithms,
 * which engines round differently
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: weightedRandom() });
 * const roster = { reps: [{ id: "ann", weight: 3 }, { id: "bob" }] };
 * const { decision } = unwrap(strategy({ id: "l1", receivedAtMs: 0 }, roster, emptyState({ seed: "2026" })));
 * decision.status === "assigned" && [decision.repId, decision.share]; // => ["bob", 0.25]
 * ```
 *
 * @since 0.1.0
 */
export const weightedRandom = (options?: DrawOptions): Selector =>
  byWeight("weightedRandom", ({ weight }) => weight, options);

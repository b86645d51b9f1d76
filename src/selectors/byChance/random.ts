import type { Selector } from "../../model/selector.js";
import { byWeight } from "./byWeight.js";
import type { DrawOptions } from "./draws.js";

/**
 * Draws the order of the candidates, everybody with the same chance.
 *
 * No two ever tie. A rep of weight 0 takes no turn; other weights make no difference here ({@link weightedRandom}
 * goes by them). The draws follow from the state's seed: the same seed, ledger and lead among as many candidates
 * draw the same on every engine.
 *
 * @remarks
 * - **State:** nothing, or four numbers for the ledger with `draws: "perTurn"`.
 * - **Share:** one part in n, which is also the chance of coming first: the propensity, for whoever learns from
 *   decisions. The price is 0, so a return gives nothing back. A turn that is lost changes nothing for who lost it.
 * - **Errors:** a `RangeError` for other `draws`; a problem that names the selector where the four numbers of the
 *   state are none that draws lead to.
 * - **Promise:** in the long run and on average only. How far a rep is from its share grows like the square root of
 *   the number of leads: with ten reps a standard deviation of 0.3 * sqrt(leads), 42 leads after 20,000. For shares
 *   use {@link rotation}.
 * - **Cost:** O(n) for a push among n candidates, O(log n) for each further place.
 *
 * With filters it is still fair to each lead: whoever may have it has the same chance.
 *
 * @see J. Baagøe's generator Alea, by seedrandom, https://github.com/davidbau/seedrandom
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: random() });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd" }] };
 * const state = emptyState({ seed: "2026" });
 * const taker = (id: string) => holderOf(unwrap(strategy({ id, receivedAtMs: 0 }, roster, state)).decision);
 * [taker("l1"), taker("l2"), taker("l3"), taker("l1")]; // => ["bob", "bob", "cyd", "bob"]
 * ```
 *
 * @since 0.1.0
 */
export const random = (options?: DrawOptions): Selector =>
  byWeight("random", ({ weight }) => Math.min(weight, 1), options);

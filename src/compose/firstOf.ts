import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import { demand } from "../internal/demand.js";
import type { Strategy } from "../model/strategy.js";
import type { Alternative } from "./alternative.js";
import { combine } from "./combine.js";

/**
 * The next strategy is asked only when the one before finds nobody: spill-over.
 *
 * Whoever finds nobody books nothing, so nobody pays for a lead that a later one gave out. Finding nobody is the
 * decision `unassigned`; an offer, a pool and a lead that is put aside are found, so put an alternative that has leads wait last. When all find nobody, the
 * decision is that of the last. What happens to a lead later is answered by the alternative on the decision's
 * `path`: a lead that comes back, or that nobody there accepts, and finds nobody else there is `unassigned`; decide it
 * anew, with `earlier`, to have all of them asked again, as {@link drain} does.
 *
 * @remarks
 * - **Errors:** a `RangeError` when there is none, and for two of one name.
 * - **Promise:** the decision is the one that the first strategy that finds somebody would have made alone, from the
 *   very same state, with its name before the path. Each ledger keeps its own promise among the leads that
 *   it was booked on.
 * - **Cost:** that of those asked.
 *
 * @example
 * ```ts
 * const nordics = compose({ ledger: "nordics", filters: [region(), available()], selector: rotation() });
 * const anybody = compose({ ledger: "anybody", filters: [available()], selector: rotation() });
 * const strategy = firstOf([{ name: "nordics", strategy: nordics }, { name: "anybody", strategy: anybody }]);
 * const roster = { reps: [{ id: "ann", regions: ["SE"], presence: "away" }, { id: "bob", regions: ["US"] }] } as const;
 * const { decision } = unwrap(strategy({ id: "l1", receivedAtMs: 0, region: "SE" }, roster, emptyState({ seed: "s" })));
 * [decision.path, holderOf(decision)]; // => [["anybody"], "bob"]
 * ```
 *
 * @since 0.1.0
 */
export const firstOf = (alternatives: readonly Alternative[]): Strategy => {
  demand(Array.isArray(alternatives), "firstOf: the alternatives must be a list");
  const all = alternatives.map((each) => ({ ...each }));
  if (!isNonEmpty(all)) throw new RangeError("firstOf: needs at least one alternative");
  return combine({ kind: "firstOf", literals: null, alternatives: all, choose: () => all });
};

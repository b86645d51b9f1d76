import type { Measure, Tally } from "./measure.js";
import { entryOf, sortedById } from "./perRep.js";

/**
 * What the items of one key come to.
 *
 * @since 0.1.0
 */
export interface Group<Result> {
  readonly key: string;
  readonly result: Result;
}

/**
 * One measure for each group of items, such as one for each ledger of a combination.
 *
 * The key of an item says to which group it goes; the groups are sorted by the code units of their keys, and a
 * key is any text. Nothing given: no groups.
 *
 * @remarks
 * - **State:** that of the measure, once for each key; so a key is a ledger or a month, not a lead.
 * - **Errors:** none of its own; what `keyOf` throws goes through.
 * - **Cost:** that of the measure, and a look-up for each item.
 *
 * Fairness asks for it: the (n-1)/2 leads that {@link rotation} and {@link weighted} promise are the bound of one
 * ledger, and what several of them owe one rep adds up.
 *
 * @example
 * ```ts
 * const both = [{ id: "ann", weight: 1 }, { id: "bob", weight: 1 }];
 * const run = [
 *   { ledger: "north", candidates: both, repId: "ann" },
 *   { ledger: "south", candidates: both, repId: "ann" },
 * ];
 * const byLedger = groupedBy(({ ledger }: MeasuredLead & { ledger: string }) => ledger, fairness());
 * const { each, all } = measure(run, { each: byLedger, all: fairness() });
 * each.map(({ key, result }) => [key, result.largestLag]); // => [["north", 0.5], ["south", 0.5]]
 * all.largestLag; // => 1
 * ```
 *
 * @since 0.1.0
 */
export const groupedBy = <Item, Result>(
  keyOf: (item: Item) => string,
  measure: Measure<Item, Result>,
): Measure<Item, readonly Group<Result>[]> => ({
  open: () => {
    const tallies = new Map<string, Tally<Item, Result>>();
    return {
      add: (item) => entryOf(tallies, keyOf(item), () => measure.open()).add(item),
      result: () => sortedById(tallies, (key, tally) => ({ key, result: tally.result() })),
    };
  },
});

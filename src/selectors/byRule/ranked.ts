import { demand } from "../../internal/demand.js";
import type { RepId } from "../../model/id.js";
import type { Selector } from "../../model/selector.js";
import { byList, placesOn } from "./byList.js";

/**
 * Options of {@link ranked}.
 *
 * @since 0.1.0
 */
export interface RankedOptions {
  /** Those who are not on the list: behind all who are, by id, or no turn at all. Absent: `"last"`. */
  readonly others?: "last" | "noTurn";
}

/**
 * Gives the lead to the first of a fixed list who may have it, then to the next: a waterfall.
 *
 * Ids that are not on the roster, or that filters leave out, are passed over. A rep of weight 0 takes no turn;
 * other weights make no difference. Ties there are only among those who are not on the list: the smaller id.
 *
 * @remarks
 * - **State:** none. The share is 1 and the price 0: nobody is charged, so a return gives nothing back. A turn that
 *   was lost changes nothing.
 * - **Promise:** nobody has the lead while somebody before it on the list may have it. None of fairness, on
 *   purpose: beside {@link capacity} or {@link limits} the lead falls to the next when the first are full.
 * - **Errors:** a `RangeError` for what is no list of different ids, and for any other `others`.
 * - **Cost:** O(n) for n candidates.
 *
 * With tiers rather than names, let a filter rank and {@link rotation} choose. For a list that differs from lead to
 * lead: {@link direct}.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [capacity()], selector: ranked(["cyd", "ann"]) });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd", capacity: 1 }] };
 * const first = unwrap(strategy({ id: "l1", receivedAtMs: 0 }, roster, emptyState({ seed: "s" })));
 * const second = unwrap(strategy({ id: "l2", receivedAtMs: 0 }, roster, first.state));
 * [holderOf(first.decision), holderOf(second.decision)]; // => ["cyd", "ann"]
 * ```
 *
 * @since 0.1.0
 */
export const ranked = (ids: readonly RepId[], options: RankedOptions = {}): Selector => {
  const isList = Array.isArray(ids) && ids.every((each) => typeof each === "string");
  demand(isList && new Set(ids).size === ids.length, "ranked: needs a list of different ids, best first");
  const { others = "last" }: RankedOptions = Object(options);
  demand(others === "last" || others === "noTurn", 'ranked: others must be "last" or "noTurn"');
  const places = placesOn(ids);
  return {
    name: "ranked",
    literals: { ids: [...ids], others },
    ...byList({
      placesFor: () => places,
      withOthers: others === "last",
      says: (place) => (place === undefined ? "is not on the list" : `is number ${place + 1} of the list`),
    }),
  };
};

import { demand } from "../../internal/demand.js";
import { shortened } from "../../internal/shortened.js";
import { textOf } from "../../internal/textOf.js";
import type { RepId } from "../../model/id.js";
import type { EpochMs } from "../../model/instant.js";
import type { Lead } from "../../model/lead.js";
import type { Selector } from "../../model/selector.js";
import { byList, placesOn } from "./byList.js";

/**
 * Names the reps for a lead, best first; nobody by `undefined` or an empty list.
 *
 * @since 0.1.0
 */
export type DirectRule = (question: {
  readonly lead: Lead;
  readonly nowMs: EpochMs;
}) => RepId | readonly RepId[] | undefined;

const idsFrom = (name: string, given: unknown): readonly RepId[] => {
  const ids = given === undefined ? [] : typeof given === "string" ? [given] : given;
  if (Array.isArray(ids) && ids.every((each) => typeof each === "string")) return ids;
  throw new TypeError(`the rule "${shortened(name)}" gave ${textOf(given)}, which names nobody by id`);
};

const ownerIds = ({ lead: { ownerId } }: { readonly lead: Lead }): readonly RepId[] =>
  ownerId === undefined ? [] : [ownerId];

/**
 * Gives the lead to the rep that it is meant for, and to nobody else: the lead's `ownerId`, or whomever a rule of
 * your own names.
 *
 * Only those who are named take a turn, in the order in which they are named. Where nobody is named, or none of
 * them may have the lead, nobody takes a turn, so that {@link firstOf} goes on to the next alternative. Ids are
 * compared letter by letter. A rep of weight 0 takes no turn.
 *
 * A rule must be pure. Name and version stand for it in the strategy's fingerprint, since source text says nothing
 * reliable: give it a new version when you change what it does.
 *
 * @remarks
 * - **State:** none. The share is 1 and the price 0: a lead that is meant for somebody is no turn in anybody's
 *   rotation. A turn that was lost changes nothing.
 * - **Promise:** nobody but the named has the lead.
 * - **Errors:** a `RangeError` where name, version or rule is missing; a problem that names the selector when the
 *   rule throws, or gives what is neither an id, a list of ids nor `undefined` (a promise, say).
 * - **Cost:** O(n + ids) for n candidates.
 *
 * The filter {@link owner} does more for owners: it waits for one who is away, has substitutes stand in, and lets
 * the others pass on. Take `direct` in front of a `firstOf`, and for rules of your own.
 *
 * @example
 * ```ts
 * const own = compose({ ledger: "desk", filters: [available()], selector: direct() });
 * const rest = compose({ ledger: "desk", filters: [available()], selector: rotation() });
 * const strategy = firstOf([{ name: "own", strategy: own }, { name: "rest", strategy: rest }]);
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
 * const holder = (ownerId: string) =>
 *   holderOf(unwrap(strategy({ id: "l1", receivedAtMs: 0, ownerId }, roster, emptyState({ seed: "s" }))).decision);
 * [holder("bob"), holder("gone")]; // => ["bob", "ann"]
 * ```
 *
 * @example
 * ```ts
 * const byCampaign = direct("by campaign", 1, ({ lead }) => (lead.source === "fair" ? ["cyd", "bob"] : undefined));
 * const strategy = compose({ ledger: "desk", filters: [available()], selector: byCampaign });
 * const roster: Roster = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd", presence: "away" }] };
 * const lead = { id: "l1", receivedAtMs: 0, source: "fair" };
 * holderOf(unwrap(strategy(lead, roster, emptyState({ seed: "s" }))).decision); // => "bob"
 * ```
 *
 * @since 0.1.0
 */
export function direct(): Selector;
export function direct(name: string, version: string | number, rule: DirectRule): Selector;
export function direct(name?: string, version?: string | number, rule?: DirectRule): Selector {
  if (name === undefined && version === undefined && rule === undefined) {
    const says = (place?: number): string =>
      place === undefined ? "does not own the account" : "owns the account";
    return {
      name: "direct",
      ...byList({ placesFor: (question) => placesOn(ownerIds(question)), withOthers: false, says }),
    };
  }
  const isNamed = typeof name === "string" && name !== "";
  const isVersioned = typeof version === "string" || Number.isFinite(version);
  demand(isNamed && isVersioned && typeof rule === "function", "direct: needs a name, a version and a rule");
  const [by, named] = [name as string, rule as DirectRule];
  return {
    name: "direct",
    literals: { name: by, version: version as string | number },
    ...byList({
      placesFor: ({ lead, nowMs }) => placesOn(idsFrom(by, named({ lead, nowMs }))),
      withOthers: false,
      says: (place) =>
        place === undefined
          ? `is not named by the rule "${shortened(by)}"`
          : `is number ${place + 1} of those whom the rule "${shortened(by)}" names`,
    }),
  };
}

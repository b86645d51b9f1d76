import { placeOf } from "../internal/codeUnits.js";
import { addPlace, dropPlaces, noPlaces } from "../internal/placeSet.js";
import { remember } from "../internal/remember.js";
import { shortened } from "../internal/shortened.js";
import type { Exclusion, Filter, Pass } from "../model/filter.js";
import type { FilterIndex, PlaceSet } from "../model/filterIndex.js";
import type { RepId } from "../model/id.js";
import type { Lead } from "../model/lead.js";
import type { Rep } from "../model/rep.js";
import { alike, everybodyOf, passing } from "./indexes/answers.js";
import { addHolders, holdersByValue } from "./indexes/holders.js";
import { isBlank } from "./isBlank.js";
import { PASS } from "./pass.js";
import { type WhenUnknown, whenUnknownOf } from "./whenUnknown.js";

const idsOf = remember((repIds: readonly RepId[]): ReadonlySet<RepId> => new Set(repIds));

const accountOf = ({ account }: Lead): string | undefined =>
  account === undefined || isBlank(account) ? undefined : account;

const saysNothing = (lead: Lead): boolean =>
  lead.excludedRepIds === undefined && accountOf(lead) === undefined;

const indexFor =
  (unknown: Pass | Exclusion) =>
  (reps: readonly Rep[]): FilterIndex => {
    const everybody = everybodyOf(reps);
    const ids = reps.map(({ id }) => id);
    const byAccount = holdersByValue(reps, ({ excludedAccounts = [] }) => excludedAccounts);
    const barred = (lead: Lead): PlaceSet => {
      const set = noPlaces(reps.length);
      const account = accountOf(lead);
      if (account !== undefined) addHolders(set, byAccount.get(account) ?? []);
      for (const repId of lead.excludedRepIds ?? []) {
        const place = placeOf(ids, repId);
        if (place >= 0) addPlace(set, place);
      }
      return set;
    };
    return ({ lead }) => {
      if (saysNothing(lead)) return alike(everybody, unknown);
      const places = everybody.slice();
      dropPlaces(places, barred(lead));
      return passing(places);
    };
  };

/**
 * Leaves out who has a conflict of interest: the reps whom the lead names in `excludedRepIds`, and those who
 * name its account in their `excludedAccounts`.
 *
 * Compared letter by letter; either of the two is enough. A rep without `excludedAccounts` has no conflict.
 *
 * @remarks
 * - **Unknown:** a lead with neither an account (a blank one counts as none) nor `excludedRepIds` follows
 *   `whenUnknown`, `"pass"` by default. An empty list of `excludedRepIds` says that there is no conflict, so it
 *   is not unknown.
 * - **Errors:** a `RangeError` for any other `whenUnknown`.
 * - **Cost:** O(excluded accounts of the rep + excluded reps of the lead) for each rep; for a whole roster
 *   O(reps / 32), and O(log reps) for each excluded rep.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [exclude()], selector: rotation() });
 * const roster = { reps: [{ id: "ann", excludedAccounts: ["acme"] }, { id: "bob" }, { id: "cyd" }] };
 * const lead = { id: "l1", receivedAtMs: 0, account: "acme", excludedRepIds: ["bob"] };
 * holderOf(unwrap(strategy(lead, roster, emptyState({ seed: "s" }))).decision); // => "cyd"
 * ```
 *
 * @since 0.1.0
 */
export const exclude = (options: WhenUnknown = {}): Filter => {
  const { literals, unknown } = whenUnknownOf("exclude", "an account", options);
  return {
    name: "exclude",
    literals,
    index: indexFor(unknown),
    test: ({ lead, rep }) => {
      if (saysNothing(lead)) return unknown;
      if (lead.excludedRepIds !== undefined && idsOf(lead.excludedRepIds).has(rep.id))
        return { passes: false, reason: "is on the lead's list of excluded reps", has: rep.id };
      const account = accountOf(lead);
      if (account === undefined || !rep.excludedAccounts?.includes(account)) return PASS;
      return {
        passes: false,
        reason: `may not have the account ${shortened(account)}`,
        has: rep.excludedAccounts,
        wants: account,
      };
    },
  };
};

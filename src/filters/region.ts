import { placesWhere } from "../internal/placeSet.js";
import { askedRegion, servedRegions } from "../internal/regions.js";
import { shortened } from "../internal/shortened.js";
import type { Exclusion, Filter, Pass } from "../model/filter.js";
import type { FilterIndex } from "../model/filterIndex.js";
import type { Rep } from "../model/rep.js";
import { alike, everybodyOf, passing } from "./indexes/answers.js";
import { treeOf } from "./indexes/tree.js";
import { named } from "./named.js";
import { PASS } from "./pass.js";
import { type WhenUnknown, whenUnknownOf } from "./whenUnknown.js";

const levelsOf = (path: string): readonly string[] => path.split("/").slice(0, -1);

const indexFor =
  (unknown: Pass | Exclusion) =>
  (reps: readonly Rep[]): FilterIndex => {
    const everybody = everybodyOf(reps);
    const everywhere = placesWhere(reps, ({ regions }) => regions === undefined);
    const tree = treeOf(reps, ({ regions = [] }) => servedRegions(regions).map(levelsOf));
    return ({ lead }) => {
      const asked = askedRegion(lead);
      if (asked === "") return alike(everybody, unknown);
      if (tree === undefined) return undefined;
      const places = everywhere.slice();
      tree.addAbove(places, levelsOf(asked));
      return passing(places);
    };
  };

/**
 * Keeps the reps who serve the lead's region, or one above it.
 *
 * `-` and `/` part levels and case does not matter, so a rep of `"US"` serves `"US-CA"` and `"us/ca/oakland"`,
 * and a rep of `"US-CA"` does not serve `"US"`. A rep without `regions` serves everywhere, one with an empty
 * list nowhere, and a blank region covers nothing.
 *
 * @remarks
 * - **Unknown:** a lead without a region, or with a blank one, follows `whenUnknown`.
 * - **Errors:** a `RangeError` for any other `whenUnknown`.
 * - **Cost:** O(regions of the rep) for each rep; for a whole roster O(reps / 32) for each level of the lead's region.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [region()], selector: rotation() });
 * const roster = { reps: [{ id: "ann", regions: ["EMEA/Nordics"] }, { id: "bob", regions: ["US"] }] };
 * const lead = { id: "l1", receivedAtMs: 0, region: "US-CA" };
 * holderOf(unwrap(strategy(lead, roster, emptyState({ seed: "s" }))).decision); // => "bob"
 * ```
 *
 * @since 0.1.0
 */
export const region = (options: WhenUnknown = {}): Filter => {
  const { literals, unknown } = whenUnknownOf("region", "a region", options);
  return {
    name: "region",
    literals,
    index: indexFor(unknown),
    test: ({ lead, rep }) => {
      const asked = askedRegion(lead);
      if (asked === "") return unknown;
      if (rep.regions === undefined || servedRegions(rep.regions).some((path) => asked.startsWith(path)))
        return PASS;
      const { region: wants = "" } = lead;
      const reason = `serves ${named(rep.regions, "no region")}; the lead is in ${shortened(wants)}`;
      return { passes: false, reason, has: rep.regions, wants };
    },
  };
};

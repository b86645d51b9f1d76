import type { Filter } from "../model/filter.js";
import { PASS } from "./pass.js";
import { type WhenUnknown, whenUnknownOf } from "./whenUnknown.js";

const levels = (region: string): readonly string[] =>
  region
    .toLowerCase()
    .split(/[-/]/)
    .map((level) => level.trim())
    .filter((level) => level !== "");

const covers = (served: readonly string[], asked: readonly string[]): boolean =>
  served.length > 0 && served.length <= asked.length && served.every((level, i) => level === asked[i]);

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
 * - **Cost:** O(regions of the rep) for each rep.
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
  const { literals, unknown } = whenUnknownOf("region", options);
  return {
    name: "region",
    literals,
    test: ({ lead, rep }) => {
      const asked = levels(lead.region ?? "");
      if (asked.length === 0) return unknown;
      if (rep.regions === undefined || rep.regions.some((served) => covers(levels(served), asked)))
        return PASS;
      return { passes: false, reason: "serves other regions", has: rep.regions, wants: lead.region ?? "" };
    },
  };
};

import { remember } from "../internal/remember.js";
import type { Filter } from "../model/filter.js";
import type { Lead } from "../model/lead.js";
import { PASS } from "./pass.js";
import { type WhenUnknown, whenUnknownOf } from "./whenUnknown.js";

/** "us/ca/" for "US-CA": one region lies below another when its path begins with the other's. "" for a blank one. */
const pathOf = (region: string): string =>
  region
    .toLowerCase()
    .split(/[-/]/)
    .map((level) => level.trim())
    .filter((level) => level !== "")
    .map((level) => `${level}/`)
    .join("");

const askedBy = remember((lead: Lead) => pathOf(lead.region ?? ""));

const servedBy = remember((regions: readonly string[]) => regions.map(pathOf).filter((path) => path !== ""));

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
      const asked = askedBy(lead);
      if (asked === "") return unknown;
      if (rep.regions === undefined || servedBy(rep.regions).some((path) => asked.startsWith(path)))
        return PASS;
      return { passes: false, reason: "serves other regions", has: rep.regions, wants: lead.region ?? "" };
    },
  };
};

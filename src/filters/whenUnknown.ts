import { demand } from "../internal/demand.js";
import type { Exclusion, Pass } from "../model/filter.js";
import { PASS } from "./pass.js";

/**
 * What a filter does when the lead does not say what it would be asked for.
 *
 * @since 0.1.0
 */
export interface WhenUnknown {
  /** Absent: `"pass"`. */
  readonly whenUnknown?: "pass" | "exclude";
}

const UNKNOWN: Exclusion = { passes: false, reason: "the lead does not say" };

/** The answer to a lead that does not say, and the literal for the fingerprint. */
export const whenUnknownOf = (
  filter: string,
  options: WhenUnknown,
): { readonly literals: { readonly whenUnknown: string }; readonly unknown: Pass | Exclusion } => {
  const whenUnknown = options === null ? "null" : (options.whenUnknown ?? "pass");
  demand(
    whenUnknown === "pass" || whenUnknown === "exclude",
    `${filter}: whenUnknown must be "pass" or "exclude"`,
  );
  return { literals: { whenUnknown }, unknown: whenUnknown === "pass" ? PASS : UNKNOWN };
};

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

/** `"pass"`, `"exclude"`, or a mistake in the program. */
export const passOrExclude = (filter: string, option: string, given: unknown): "pass" | "exclude" => {
  demand(given === "pass" || given === "exclude", `${filter}: ${option} must be "pass" or "exclude"`);
  return given as "pass" | "exclude";
};

/** The answer to a lead that does not say `what`, and the literal for the fingerprint. */
export const whenUnknownOf = (
  filter: string,
  what: string,
  options: WhenUnknown,
): { readonly literals: { readonly whenUnknown: string }; readonly unknown: Pass | Exclusion } => {
  const given = options === null ? null : (options.whenUnknown ?? "pass");
  const whenUnknown = passOrExclude(filter, "whenUnknown", given);
  const excluded: Exclusion = { passes: false, reason: `may not have a lead without ${what}` };
  return { literals: { whenUnknown }, unknown: whenUnknown === "pass" ? PASS : excluded };
};

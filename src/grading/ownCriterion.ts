import { demand } from "../internal/demand.js";
import { textOf } from "../internal/textOf.js";
import type { EpochMs } from "../model/instant.js";
import type { Lead } from "../model/lead.js";
import { type Criterion, unknownOf, type WhenUnknownOptions } from "./criterion.js";
import { isMost, MOST_POINTS } from "./points.js";

/**
 * Options of {@link ownCriterion}.
 *
 * @since 0.1.0
 */
export interface OwnCriterionOptions extends WhenUnknownOptions {
  /** The most points that it gives, above 0, at most 1,000,000. */
  readonly most: number;
}

/**
 * A criterion of your own, for {@link grade}: points from 0 to the most, or nothing where you can't tell.
 *
 * The rule must be pure. Name and version stand for it in fingerprints: give it a new version when you change
 * what it does.
 *
 * @remarks **Errors:** a `RangeError` without a name, a version or a rule, and for points that are none. A rule
 * that throws, or gives anything but points, makes the grading throw a `TypeError` that names it.
 *
 * @example
 * ```ts
 * const local = ownCriterion("local", 1, ({ region }) => (region === undefined ? undefined : region.startsWith("SE") ? 10 : 0), { most: 10 });
 * grade([local])({ id: "l1", receivedAtMs: 0, region: "SE-AB" }).score; // => 100
 * ```
 *
 * @since 0.1.0
 */
export const ownCriterion = (
  name: string,
  version: string | number,
  pointsOf: (lead: Lead, nowMs: EpochMs) => number | undefined,
  options: OwnCriterionOptions,
): Criterion => {
  const isNamed = typeof name === "string" && name !== "";
  const isVersioned = typeof version === "string" || Number.isFinite(version);
  demand(
    isNamed && isVersioned && typeof pointsOf === "function",
    "ownCriterion: needs a name, a version and a rule",
  );
  const { most, ...unknown }: OwnCriterionOptions = Object(options);
  demand(isMost(most), `ownCriterion: most must be above 0, at most ${MOST_POINTS}`);
  const whenUnknown = unknownOf("ownCriterion", most, unknown);
  return {
    name,
    literals: { version, most, whenUnknown },
    most,
    whenUnknown,
    of: (lead, nowMs) => {
      const points = pointsOf(lead, nowMs);
      return points === undefined
        ? { says: "is not known" }
        : { points, says: `is worth ${textOf(points)} of ${most} points` };
    },
  };
};

import { demand } from "../internal/demand.js";
import type { Filter } from "../model/filter.js";
import type { Json } from "../model/json.js";
import type { Schedule } from "../model/schedule.js";
import { hoursOf } from "../time/hours.js";
import { backAtMs } from "./availability.js";
import { everybodyOf, NOBODY, passing } from "./indexes/answers.js";
import { PASS } from "./pass.js";
import { untilOf, untilText } from "./untilText.js";

/**
 * What {@link duringHours} does outside its hours.
 *
 * @since 0.1.0
 */
export interface DuringHoursOptions {
  /**
   * `"exclude"`: nobody has the lead, or the next alternative of a {@link firstOf}. `"park"`: the lead waits until somebody may
   * have it, with the reason `outside-hours`. Absent: `"exclude"`.
   */
  readonly whenShut?: "exclude" | "park";
}

/**
 * Lets everybody through while a schedule of the strategy's own is open, and nobody outside it.
 *
 * For a strategy that applies at some times only, whoever is at work: a night desk, a campaign with an end, a rule that rests on
 * holidays. The hours of the reps are for {@link available}, beside this filter.
 *
 * @remarks
 * - **Waiting:** with `"park"` the decision is `parked` until the earliest moment that every filter allows; a `woken` event then asks again.
 * - **Errors:** a `RangeError` for a schedule that is none or is `like` another, for an unknown time zone, and for another `whenShut`.
 * - **Cost:** two comparisons while the answer stays the same.
 *
 * @example
 * ```ts
 * const day = { timeZone: "Europe/Warsaw", hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }] };
 * const desk = (ledger: string, filters: readonly Filter[]) => compose({ ledger, filters, selector: rotation() });
 * const inbound = firstOf([
 *   { name: "day", strategy: desk("day", [duringHours(day)]) },
 *   { name: "night", strategy: desk("night", []) },
 * ]);
 * const pathAt = (at: string) =>
 *   unwrap(inbound({ id: "l1", receivedAtMs: Date.parse(at) }, { reps: [{ id: "ann" }] }, emptyState({ seed: "s" }))).decision.path;
 * [pathAt("2026-01-05T08:00Z"), pathAt("2026-01-05T16:00Z")]; // => [["day"], ["night"]]
 * ```
 *
 * @since 0.1.0
 */
export const duringHours = (schedule: Schedule, options: DuringHoursOptions = {}): Filter => {
  const { whenShut = "exclude" } = options;
  demand(whenShut === "exclude" || whenShut === "park", 'duringHours: whenShut must be "exclude" or "park"');
  const hours = hoursOf(schedule);
  return {
    name: "duringHours",
    literals: { schedule: schedule as unknown as Json, ...(whenShut === "park" ? { whenShut } : {}) },
    index: (reps) => {
      const everybody = passing(everybodyOf(reps));
      return ({ nowMs }) => (hours(nowMs).holds ? everybody : NOBODY);
    },
    ...(whenShut === "park"
      ? {
          hold: ({ nowMs, earliestMs }) => {
            const wakeAtMs = hours(nowMs).holds ? undefined : earliestMs();
            return wakeAtMs === undefined ? undefined : { reason: "outside-hours", wakeAtMs };
          },
        }
      : {}),
    test: ({ nowMs }) => {
      if (hours(nowMs).holds) return PASS;
      const opensMs = backAtMs({ schedule }, nowMs);
      return {
        passes: false,
        reason: `has no leads outside opening hours ${untilText(opensMs)}`,
        has: { timeZone: schedule.timeZone ?? null, opensMs: opensMs ?? null },
        wants: nowMs,
        ...untilOf(opensMs),
      };
    },
  };
};

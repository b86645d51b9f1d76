import { demand } from "../internal/demand.js";
import type { Period } from "../model/period.js";
import { demandZone } from "./demandZone.js";
import { windowsOf } from "./windowsOf.js";

/**
 * The options of {@link calendarPeriod}.
 *
 * @since 0.1.0
 */
export interface CalendarPeriodOptions {
  readonly per: "day" | "week" | "month" | "quarter";
  /** IANA; whose calendar counts. Absent: "UTC". */
  readonly timeZone?: string;
  /** The first day of a week, 1 for Monday to 7 for Sunday. Absent: 1. */
  readonly weekStart?: number;
}

const UNITS: readonly unknown[] = ["day", "week", "month", "quarter"];

/**
 * Has a ledger start anew with every day, week, month or quarter of a calendar: the `period` of {@link compose}.
 *
 * The first decision in a period finds everybody level: credits, refunds, adjustments and whatever else stands in the ledger are gone; load, limits and
 * quotas are not. It goes by the moment of the decision, and one that comes late, from the period before, is booked in the one that has begun. What was
 * paid in an earlier period is not given back.
 *
 * @remarks
 * - **State:** one number on the ledger. A ledger that was there before, such as one from {@link adoptCounts}, goes on until the period of its first booking ends.
 * - **Shared ledgers:** a ledger starts anew whenever a period of any of its strategies begins, and goes on for all of them: give them the same.
 * - **Promise:** within a period every decision is that of a fresh ledger. So what a rep is owed at its end is lost: where that should not be, do without.
 * - **Clocks:** a period begins at the first moment at which the zone's clock shows its first day; quarters begin in January, April, July and October.
 * - **Errors:** a `RangeError` for a unit, a zone or a weekday that is none.
 * - **Cost:** two comparisons for a moment in the period asked about last.
 *
 * @example
 * ```ts
 * const period = calendarPeriod({ per: "month", timeZone: "Europe/Warsaw" });
 * const strategy = compose({ ledger: "desk", period, filters: [], selector: rotation() });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
 * let state = emptyState({ seed: "s" });
 * const takers = ["2026-01-30T12:00Z", "2026-01-31T22:59Z", "2026-01-31T22:59Z", "2026-01-31T23:00Z"].map((at) => {
 *   const outcome = unwrap(strategy({ id: at, receivedAtMs: Date.parse(at) }, roster, state));
 *   state = outcome.state;
 *   return holderOf(outcome.decision);
 * });
 * takers; // => ["ann", "bob", "ann", "ann"]
 * ```
 *
 * @since 0.1.0
 */
export const calendarPeriod = (options: CalendarPeriodOptions): Period => {
  const { per, timeZone = "UTC", weekStart = 1 }: Partial<CalendarPeriodOptions> = Object(options);
  demand(UNITS.includes(per), 'calendarPeriod: per must be one of "day", "week", "month", "quarter"');
  demandZone("calendarPeriod", timeZone);
  demand(
    Number.isInteger(weekStart) && weekStart >= 1 && weekStart <= 7,
    "calendarPeriod: weekStart must be a whole number from 1 (Monday) to 7 (Sunday)",
  );
  const windowAt = windowsOf(timeZone, per as CalendarPeriodOptions["per"], weekStart);
  return {
    name: `each ${per}`,
    literals: { timeZone, ...(per === "week" ? { weekStart } : {}) },
    startOf: (atMs) => windowAt(atMs).fromMs,
  };
};

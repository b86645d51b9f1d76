import { id } from "../check/shape.js";
import { demand } from "../internal/demand.js";
import type { Delivery } from "../model/delivery.js";
import type { Filter } from "../model/filter.js";
import type { LedgerName } from "../model/id.js";
import type { Period } from "../model/period.js";
import type { Selector } from "../model/selector.js";

/**
 * What a strategy is composed of.
 *
 * @since 0.1.0
 */
export interface Parts {
  /** The fairness account, by name. Strategies that name the same ledger share it. */
  readonly ledger: LedgerName;
  /** When the ledger starts anew, such as {@link calendarPeriod}. Absent: never. */
  readonly period?: Period;
  /** Who may; a rep must pass them all. Asked in written order. */
  readonly filters: readonly Filter[];
  /** Who comes first among them. */
  readonly selector: Selector;
  /** How the lead is handed over. */
  readonly delivery: Delivery;
}

/** Stands in explanations for reps who had the lead before, so no part may be called so. */
export const TRIED = "tried";

/** A part is an object with a name and these functions. */
const demandPart = (what: string, part: unknown, ...doors: readonly string[]): void => {
  const fields = Object(part) as Readonly<Record<string, unknown>>;
  const isPart = typeof part === "object" && doors.every((door) => typeof fields[door] === "function");
  demand(fields["name"] !== TRIED, `compose: ${what} may not be called "${TRIED}"`);
  demand(isPart && typeof fields["name"] === "string", `compose: ${what} is no such part (was it called?)`);
};

/** Refuses parts that cannot be parts. */
export const checkParts = ({ ledger, period, filters, selector, delivery }: Parts): void => {
  demand(id(ledger).length === 0, "compose: the ledger must be text without U+0000 or lone surrogates");
  demand(Array.isArray(filters), "compose: the filters must be a list");
  for (const [i, filter] of filters.entries()) demandPart(`filters[${i}]`, filter, "test");
  demandPart("selector", selector, "order", "book");
  demandPart("delivery", delivery, "start", "on");
  demand(
    selector.needsEverybody !== true || filters.length === 0,
    `compose: ${selector.name} keeps its promise without filters only`,
  );
  if (period !== undefined) demandPart("period", period, "startOf");
};

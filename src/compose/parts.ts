import { id } from "../check/shape.js";
import { demand } from "../internal/demand.js";
import type { Delivery } from "../model/delivery.js";
import type { Filter } from "../model/filter.js";
import type { LedgerName } from "../model/id.js";
import type { Selector } from "../model/selector.js";

/**
 * What a strategy is composed of.
 *
 * @since 0.1.0
 */
export interface Parts {
  /** The fairness account, by name. Strategies that name the same ledger share it. */
  readonly ledger: LedgerName;
  /** Who may; a rep must pass them all. Asked in written order. */
  readonly filters: readonly Filter[];
  /** Who comes first among them. */
  readonly selector: Selector;
  /** How the lead is handed over. */
  readonly delivery: Delivery;
}

const isPart = (part: unknown, ...doors: readonly string[]): boolean =>
  typeof part === "object" &&
  part !== null &&
  doors.every((door) => typeof (part as Record<string, unknown>)[door] === "function") &&
  typeof (part as Record<string, unknown>)["name"] === "string";

/** Refuses parts that cannot be parts. */
export const checkParts = ({ ledger, filters, selector, delivery }: Parts): void => {
  demand(id(ledger).length === 0, "compose: the ledger must be a string without U+0000 or lone surrogates");
  demand(Array.isArray(filters), "compose: the filters must be a list");
  for (const [i, filter] of filters.entries()) {
    demand(isPart(filter, "test"), `compose: filters[${i}] must be a filter (did you forget to call it?)`);
  }
  demand(
    isPart(selector, "order", "book"),
    "compose: the selector must be a selector (did you forget to call it?)",
  );
  demand(
    isPart(delivery, "start", "on"),
    "compose: the delivery must be a delivery (did you forget to call it?)",
  );
};

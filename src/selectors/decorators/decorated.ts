import { demand } from "../../internal/demand.js";
import type { Json } from "../../model/json.js";
import type { Selector } from "../../model/selector.js";

/** Refuses what is no selector. */
export const demandSelector = (by: string, selector: Selector): void => {
  const isSelector = typeof selector?.order === "function" && typeof selector.book === "function";
  demand(isSelector, `${by}: needs a selector (was it called?)`);
};

/** How a selector that is put round another is called, and what shaped both. */
export const decoratedAs = (
  name: string,
  selector: Selector,
  options: Readonly<Record<string, Json>> = {},
): Pick<Selector, "name" | "literals"> => ({
  name: `${name} ${selector.name}`,
  literals: { selector: selector.name, literals: selector.literals ?? null, ...options },
});

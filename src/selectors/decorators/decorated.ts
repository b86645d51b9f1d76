import { demand } from "../../internal/demand.js";
import type { Json } from "../../model/json.js";
import type { Selector } from "../../model/selector.js";

/** Refuses what is no selector. */
export const demandSelector = (by: string, selector: Selector): void => {
  const isSelector = typeof selector?.order === "function" && typeof selector.book === "function";
  demand(isSelector, `${by}: needs a selector (was it called?)`);
};

/** What stands for a selector among the literals of another. */
export const partOf = ({ name, literals = null }: Selector): { readonly [part: string]: Json } => ({
  selector: name,
  literals,
});

/** How a selector that is put round another is called, what shaped both, and what it asks of the filters. */
export const decoratedAs = (
  name: string,
  selector: Selector,
  options: Readonly<Record<string, Json>> = {},
): Pick<Selector, "name" | "literals" | "needsEverybody"> => ({
  name: `${name} ${selector.name}`,
  literals: { ...partOf(selector), ...options },
  ...(selector.needsEverybody === true ? { needsEverybody: true } : {}),
});

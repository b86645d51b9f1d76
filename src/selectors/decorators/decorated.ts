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

/**
 * What selectors write down that stand within another: all that each of them would by itself. Those that learn the same
 * write the same.
 */
export const notedBy = (...selectors: readonly Pick<Selector, "note">[]): Pick<Selector, "note"> => {
  const notes = selectors.flatMap(({ note }) => (note === undefined ? [] : [note]));
  return notes.length === 0 ? {} : { note: (question) => notes.flatMap((note) => note(question)) };
};

/**
 * How a selector that is put round another is called, what shaped both, what it asks of the filters and what it writes
 * down.
 */
export const decoratedAs = (
  name: string,
  selector: Selector,
  options: Readonly<Record<string, Json>> = {},
): Pick<Selector, "name" | "literals" | "needsEverybody" | "note"> => ({
  name: `${name} ${selector.name}`,
  literals: { ...partOf(selector), ...options },
  ...(selector.needsEverybody === true ? { needsEverybody: true } : {}),
  ...notedBy(selector),
});

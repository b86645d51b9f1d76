import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import { demand } from "../../internal/demand.js";
import type { Json } from "../../model/json.js";
import type { Booking, Candidate, OrderQuestion, Selector } from "../../model/selector.js";
import { demandSelector, notedBy, partOf } from "./decorated.js";

/**
 * How two selectors that work together are called, and what shaped them. Neither may ask for everybody: each sees
 * some alone.
 */
export const bothAs = (
  name: string,
  first: Selector,
  second: Selector,
  options: Readonly<Record<string, Json>> = {},
): Pick<Selector, "name" | "literals" | "note"> => {
  for (const selector of [first, second]) {
    demandSelector(name, selector);
    demand(
      selector.needsEverybody !== true,
      `${name}: ${selector.name} keeps its promise among everybody only`,
    );
  }
  return {
    name: `${name} ${first.name} ${second.name}`,
    literals: { first: partOf(first), second: partOf(second), ...options },
    ...notedBy(first, second),
  };
};

/** The same question about those alone who take turns at all; nothing where nobody does. */
export const amongTakers = <Q extends OrderQuestion>(question: Q): Q | undefined => {
  const candidates = question.candidates.filter(({ weight }) => weight > 0);
  return isNonEmpty(candidates) ? { ...question, candidates } : undefined;
};

export const byPlace = (a: Candidate, b: Candidate): number => a.place - b.place;

/**
 * The account is the second's. Columns and totals are booked for both; where both write one of the same name, the
 * second's.
 */
export const bookBoth = (first: Booking, second: Booking): Booking => {
  const beside = <A extends { readonly name: string }>(
    ours: readonly A[] = [],
    theirs: readonly A[] = [],
  ): readonly A[] => {
    const written = new Set(theirs.map(({ name }) => name));
    return [...ours.filter(({ name }) => !written.has(name)), ...theirs];
  };
  const columns = beside(first.columns, second.columns);
  const totals = beside(first.totals, second.totals);
  return {
    ...second,
    ...(columns.length === 0 ? {} : { columns }),
    ...(totals.length === 0 ? {} : { totals }),
  };
};

import { type Measure, type Results, together } from "./measure.js";

/**
 * Takes several measures of a run that has to be waited for, such as a database cursor, in one pass over it.
 *
 * The same as {@link measure} otherwise: the items are read one after the other and none is kept.
 *
 * @remarks
 * - **Errors:** none of its own; what reading the items throws becomes the promise's rejection.
 * - **Cost:** that of the measures together, and the wait.
 *
 * @example
 * ```ts
 * async function* cursor() {
 *   yield { candidates: [{ id: "ann", weight: 1 }], repId: "ann" };
 *   yield { candidates: [{ id: "ann", weight: 1 }, { id: "bob", weight: 1 }], repId: "bob" };
 * }
 * (await measureAsync(cursor(), { fair: fairness() })).fair.largestLag; // => 0.5
 * ```
 *
 * @since 0.1.0
 */
export const measureAsync = async <Item, Measures extends Readonly<Record<string, Measure<Item, unknown>>>>(
  items: AsyncIterable<Item> | Iterable<Item>,
  measures: Measures,
): Promise<Results<Measures>> => {
  const tally = together<Item, Measures>(measures).open();
  for await (const item of items) tally.add(item);
  return tally.result();
};

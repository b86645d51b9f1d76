/**
 * What a measure has seen so far. It holds what it needs of the items and none of the items themselves.
 *
 * @since 0.1.0
 */
export interface Tally<Item, Result> {
  /** Takes one more item in. */
  readonly add: (item: Item) => void;
  /** What the items so far come to. May be asked at any time; what it returned does not change afterwards. */
  readonly result: () => Result;
}

/**
 * A number, or several, about a run of items: a fold, so a run may be as long as it likes.
 *
 * `open` begins afresh each time, so one measure can be used for many runs. One of your own needs no more
 * than this, and stands beside ours in {@link measure}.
 *
 * @since 0.1.0
 */
export interface Measure<Item, Result> {
  readonly open: () => Tally<Item, Result>;
}

/**
 * What a group of measures comes to, by the same names.
 *
 * @since 0.1.0
 */
export type Results<Measures> = {
  readonly [Name in keyof Measures]: Measures[Name] extends Measure<never, infer Result> ? Result : never;
};

/** Several measures as one, which hands every item to each of them. */
export const together = <Item, Measures extends Readonly<Record<string, Measure<Item, unknown>>>>(
  measures: Measures,
): Measure<Item, Results<Measures>> => ({
  open: () => {
    const tallies = Object.entries(measures).map(([name, measure]) => ({ name, tally: measure.open() }));
    return {
      add: (item) => {
        for (const { tally } of tallies) tally.add(item);
      },
      result: () =>
        Object.fromEntries(tallies.map(({ name, tally }) => [name, tally.result()])) as Results<Measures>,
    };
  },
});

/**
 * Takes several measures of a run in one pass over it.
 *
 * The items are read once, in their order, and none is kept: memory grows with what the measures remember
 * (most of them a few numbers for each rep), never with the items. A generator will do; for a cursor that
 * has to be waited for there is {@link measureAsync}.
 *
 * @remarks
 * - **Errors:** none of its own; what reading the items throws goes through.
 * - **Cost:** that of the measures together.
 *
 * @example
 * ```ts
 * const both = [{ id: "ann", weight: 1 }, { id: "bob", weight: 1 }];
 * const run = [
 *   { candidates: both, repId: "ann", value: 100 },
 *   { candidates: both, repId: "bob", value: 300 },
 * ];
 * const { fair, money } = measure(run, { fair: fairness(), money: valueByRep() });
 * [fair.largestLag, money.reps.map(({ value }) => value)]; // => [0.5, [100, 300]]
 * ```
 *
 * @since 0.1.0
 */
export const measure = <Item, Measures extends Readonly<Record<string, Measure<Item, unknown>>>>(
  items: Iterable<Item>,
  measures: Measures,
): Results<Measures> => {
  const tally = together<Item, Measures>(measures).open();
  for (const item of items) tally.add(item);
  return tally.result();
};

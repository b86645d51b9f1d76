/**
 * Edits of which none can be left out: one alone where one will do, else whatever stays when each is tried
 * without. Nothing where all of them together do not win.
 */
export const smallestSet = <A>(
  all: readonly A[],
  wins: (some: readonly A[]) => boolean,
): readonly A[] | undefined => {
  if (all.length === 0 || !wins(all)) return undefined;
  const alone = all.find((each) => wins([each]));
  if (alone !== undefined) return [alone];
  let kept = all;
  for (const each of all) {
    const fewer = kept.filter((other) => other !== each);
    if (fewer.length > 0 && wins(fewer)) kept = fewer;
  }
  return kept;
};

/**
 * The least whole number above `from` and up to `most` that wins, where whatever is above a winning number wins
 * too. Nothing beyond the safe integers, where halving would not end.
 */
export const leastNumber = (
  from: number,
  most: number,
  wins: (number: number) => boolean,
): number | undefined => {
  if (!Number.isSafeInteger(most) || most <= from || !wins(most)) return undefined;
  let loses = from;
  let won = most;
  while (won - loses > 1) {
    const middle = loses + Math.floor((won - loses) / 2);
    if (wins(middle)) won = middle;
    else loses = middle;
  }
  return won;
};

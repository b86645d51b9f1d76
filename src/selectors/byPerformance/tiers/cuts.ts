/**
 * The ratings that part tiers, for each tier but the last: halfway between the last who belongs above and the
 * first who belongs below. Below every rating where nobody is left to belong below.
 *
 * Halfway, so that whoever overtakes its neighbour by twice the margin changes places with it, and nobody is a
 * cut by itself. A cut moves by no more than the ratings do: the i-th largest of some numbers never moves further
 * than the one that moves most.
 */
export const cutsOf = (ratings: readonly number[], parts: readonly number[]): readonly number[] => {
  const rising = Float64Array.from(ratings).sort();
  const count = rising.length;
  const fromTop = (place: number): number => rising[count - 1 - place] ?? Number.NEGATIVE_INFINITY;
  const whole = parts.reduce((sum, part) => sum + part, 0);
  let above = 0;
  return parts.slice(0, -1).map((part) => {
    above += part;
    // Rounded up, so that somebody is of the first tier wherever anybody is rated.
    const most = Math.ceil((above * count) / whole);
    return most === 0 ? Number.NEGATIVE_INFINITY : (fromTop(most - 1) + fromTop(most)) / 2;
  });
};

/**
 * The first tier, 1 the best, whose cut lies below the rating by more than the margin; the last where there is
 * none.
 */
const firstAbove = (rating: number, cuts: readonly number[], margin: number): number => {
  const found = cuts.findIndex((cut) => rating > cut + margin);
  return (found < 0 ? cuts.length : found) + 1;
};

/**
 * The tier of a rating, 1 the best. Whoever is of one already goes up only where its rating lies above the cut by
 * more than the margin, and down only where it lies below by more: a Schmitt trigger for each cut.
 */
export const tierBy = (
  rating: number,
  cuts: readonly number[],
  before: number | undefined,
  margin: number,
): number => {
  if (before === undefined) return firstAbove(rating, cuts, 0);
  const up = firstAbove(rating, cuts, margin);
  if (up < before) return up;
  const isHeld = (tier: number): boolean => rating >= (cuts[tier - 1] ?? Number.NEGATIVE_INFINITY) - margin;
  let tier = before;
  while (!isHeld(tier)) tier += 1;
  return tier;
};

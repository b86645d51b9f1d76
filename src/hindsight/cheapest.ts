/** A rep's cost of `leads` leads: (leads / share)^2 - slope * leads / share. */
export interface Bidder {
  readonly rep: number;
  readonly share: number;
  /** The most leads that it could have. */
  readonly most: number;
}

/** What the next lead costs a rep that has `leads`; it rises with them. */
const marginalOf = ({ share }: Bidder, slope: number, leads: number): number =>
  (2 * leads + 1) / (share * share) - slope / share;

/** How many leads cost the rep less than the price each. */
const affordable = ({ share, most }: Bidder, slope: number, price: number): number =>
  Math.min(most, Math.max(0, Math.ceil(((price + slope / share) * share * share - 1) / 2)));

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** More than a number has bits, so that no price is left between the two. */
const HALVINGS = 80;

/**
 * The cheapest way to have that many leads in all, whoever may have which: every lead that costs less than a
 * price is had, and the price is as high as the leads allow; the last ones, at the price itself, one by one.
 */
export const cheapest = (
  bidders: readonly Bidder[],
  slope: number,
  leads: number,
): ReadonlyMap<number, number> => {
  let low = Math.min(...bidders.map((bidder) => marginalOf(bidder, slope, 0)));
  let high = Math.max(...bidders.map((bidder) => marginalOf(bidder, slope, bidder.most)));
  let counts = bidders.map(() => 0);
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = low + (high - low) / 2;
    const affordableCounts = bidders.map((bidder) => affordable(bidder, slope, middle));
    if (sumOf(affordableCounts) > leads) high = middle;
    else [low, counts] = [middle, affordableCounts];
  }
  for (let left = leads - sumOf(counts); left > 0; left -= 1) {
    let best = -1;
    let lowest = Number.POSITIVE_INFINITY;
    bidders.forEach((bidder, i) => {
      const count = counts[i] as number;
      const cost = marginalOf(bidder, slope, count);
      if (count >= bidder.most || cost >= lowest) return;
      best = i;
      lowest = cost;
    });
    counts[best] = (counts[best] as number) + 1;
  }
  return new Map(bidders.map(({ rep }, i) => [rep, counts[i] as number]));
};

import { type Bidder, cheapest } from "./cheapest.js";
import type { EligibleSet } from "./eligibleSet.js";
import { starved } from "./starved.js";

interface Part {
  readonly sets: readonly EligibleSet[];
  readonly reps: readonly number[];
}

const bidderOf = ({ sets }: Part, rep: number, share: number): Bidder => ({
  rep,
  share,
  most: sets.reduce((sum, { reps, leads }) => (reps.includes(rep) ? sum + leads : sum), 0),
});

/** Those reps with every lead that any of them could have had, and the others with the rest. */
const divided = ({ sets, reps }: Part, chosen: ReadonlySet<number>): readonly [Part, Part] => {
  const isChosen = (rep: number): boolean => chosen.has(rep);
  const touched = sets.filter((set) => set.reps.some(isChosen));
  return [
    {
      sets: touched.map((set) => ({ ...set, reps: set.reps.filter(isChosen) })),
      reps: reps.filter(isChosen),
    },
    { sets: sets.filter((set) => !touched.includes(set)), reps: reps.filter((rep) => !isChosen(rep)) },
  ];
};

/**
 * How many leads each rep has in the cheapest assignment within the eligible sets, at a cost of
 * (leads / share)^2 - slope * leads / share for each rep.
 *
 * First the sets are forgotten and the leads spread as cheaply as can be. If a largest flow brings all of them
 * home, nothing is cheaper. If not, the reps beyond its smallest cut asked for more than all leads that they
 * could have had; a cheapest assignment gives them just these, and leaves the rest to the others, so the two
 * parts are solved by themselves. Exact, since the counts that can be assigned are the bases of an integral
 * polymatroid and the costs are convex in each; at most one flow a rep.
 *
 * @see H. Groenevelt, "Two algorithms for maximizing a separable concave function over a polymatroid feasible
 * region", European Journal of Operational Research 54(2), 1991, https://doi.org/10.1016/0377-2217(91)90300-K
 */
export const leastCost = (
  sets: readonly EligibleSet[],
  shares: readonly number[],
  slope: number,
): readonly number[] => {
  const counts = shares.map(() => 0);
  const parts: Part[] = [{ sets, reps: shares.map((_share, rep) => rep) }];
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const whole = part;
    const bidders = whole.reps.map((rep) => bidderOf(whole, rep, shares[rep] as number));
    const leads = whole.sets.reduce((sum, set) => sum + set.leads, 0);
    if (leads === 0) continue;
    const targets = cheapest(bidders, slope, leads);
    const short = starved(whole.sets, targets);
    if (short.size > 0) parts.push(...divided(whole, short));
    else for (const [rep, target] of targets) counts[rep] = target;
  }
  return counts;
};

import type { EligibleSet } from "./eligibleSet.js";
import { leastCost } from "./leastCost.js";

/** The sum and the sum of squares of leads over share. */
interface Sums {
  readonly s: number;
  readonly q: number;
}

/** The cheapest assignment for a slope, by its counts. */
interface Point extends Sums {
  readonly slope: number;
  readonly counts: readonly number[];
}

type Gap = readonly [left: Point, right: Point];

const pointOf = (slope: number, counts: readonly number[], shares: readonly number[]): Point => {
  const xs = counts.map((count, rep) => count / (shares[rep] as number));
  const s = xs.reduce((sum, x) => sum + x, 0);
  return { slope, counts, s, q: xs.reduce((sum, x) => sum + x * x, 0) };
};

/** Differences below it are taken for rounding, and assignments that are better by less are not looked for. */
const PRECISION = 1e-9;

/** Jain's index is this over the number of reps. */
const evenness = ({ s, q }: Sums): number => (s * s) / q;

/** Where the lines through two points, each with the slope at which its point is cheapest, meet. */
const corner = (left: Point, right: Point): Sums => {
  const s = (right.q - left.q + left.slope * left.s - right.slope * right.s) / (left.slope - right.slope);
  return { s, q: left.q + left.slope * (s - left.s) };
};

/**
 * The counts of an assignment within the eligible sets whose Jain's index of leads over share is the highest,
 * but for one part in 10^9.
 *
 * With x = leads / share, s = sum x and q = sum x^2, Jain's index is s^2 / (n q). As a function of the point
 * (s, q) that is convex where q > 0, rises in s and falls in q, so over all assignments it is highest at a
 * corner of the lower right of their hull, and each corner is what {@link leastCost} finds for some slope:
 * it is least in q - slope * s.
 *
 * The corners are visited by slope. The first steps go uphill: from a point on to the one that is cheapest for
 * the slope 2q/s, that of the level line through it, which never lowers the index. Then, between two
 * neighbouring points, all others lie in the triangle that the two make with the meeting of their lines; where
 * the index at that third corner does not beat the best one known, nothing between them does, else the
 * slope of the chord is tried. So nothing is left out, and few corners are visited.
 *
 * @see M. J. Eisner, D. G. Severance, "Mathematical Techniques for Efficient Record Segmentation in Large
 * Shared Databases", Journal of the ACM 23(4), 1976, https://doi.org/10.1145/321978.321982, for the walk over
 * the corners; W. Dinkelbach, "On Nonlinear Fractional Programming", Management Science 13(7), 1967,
 * https://doi.org/10.1287/mnsc.13.7.492, for the steps uphill
 */
export const mostEven = (sets: readonly EligibleSet[], shares: readonly number[]): readonly number[] => {
  const visit = (slope: number): Point => pointOf(slope, leastCost(sets, shares, slope), shares);
  const points = [visit(0)];
  let best = points[0] as Point;
  const isBetter = (point: Sums): boolean =>
    Math.min(evenness(point), shares.length) > evenness(best) * (1 + PRECISION);
  const keep = (point: Point): Point => {
    if (isBetter(point)) best = point;
    return point;
  };

  for (let last: Point | undefined; best !== last; ) {
    last = best;
    points.push(keep(visit((2 * best.q) / best.s)));
  }
  // The slope at the best point is 2s / evenness, and no s is larger than all leads over the smallest share.
  const leads = sets.reduce((sum, set) => sum + set.leads, 0);
  points.push(keep(visit((2 * leads) / Math.min(...shares) / evenness(best))));

  points.sort((a, b) => a.slope - b.slope);
  const gaps = points.slice(1).map((right, i): Gap => [points[i] as Point, right]);
  for (let gap = gaps.pop(); gap !== undefined; gap = gaps.pop()) {
    const [left, right] = gap;
    if (right.s - left.s <= PRECISION * right.s || !isBetter(corner(left, right))) continue;
    const slope = (right.q - left.q) / (right.s - left.s);
    const between = keep(visit(slope));
    const gain = left.q - slope * left.s - (between.q - slope * between.s);
    if (gain > PRECISION * left.q) gaps.push([left, between], [between, right]);
  }
  return best.counts;
};

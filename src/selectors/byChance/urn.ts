/**
 * Lots that are drawn by weight and not put back, unless one says so. A lot is known by its place in the list of
 * weights.
 */
export interface Urn {
  /**
   * Draws a lot by a number from 0 to below 1: the first lot with which the weights so far exceed that part of all
   * that are left.
   */
  readonly take: (part: number) => number;
  /** Puts a lot back that was taken. */
  readonly put: (lot: number) => void;
}

/**
 * Fills an urn with lots of these whole weights. All weights together, times the part, keep below the whole after
 * rounding, so there is always a lot: for a part of at most 1 - 2^-53 the product is short of the whole by more
 * than half of the last place.
 *
 * The sums are kept in a tree, so that a lot costs a logarithm: whoever reads the whole order of many pays no square.
 *
 * @see P. M. Fenwick, "A New Data Structure for Cumulative Frequency Tables", Software: Practice and Experience
 * 24(3), 1994, https://doi.org/10.1002/spe.4380240306
 */
export const urnOf = (weights: readonly number[]): Urn => {
  const lots = weights.length;
  const sums = new Float64Array(lots + 1);
  let total = 0;
  let top = 1;
  while (top * 2 <= lots) top *= 2;
  for (let i = 1; i <= lots; i += 1) {
    const weight = weights[i - 1] as number;
    const above = i + (i & -i);
    total += weight;
    sums[i] = (sums[i] as number) + weight;
    if (above <= lots) sums[above] = (sums[above] as number) + (sums[i] as number);
  }
  const add = (lot: number, weight: number): void => {
    total += weight;
    for (let i = lot + 1; i <= lots; i += i & -i) sums[i] = (sums[i] as number) + weight;
  };
  return {
    take: (part) => {
      let left = Math.floor(part * total);
      let lot = 0;
      for (let step = top; step >= 1; step /= 2) {
        const sum = lot + step <= lots ? (sums[lot + step] as number) : Number.POSITIVE_INFINITY;
        if (sum > left) continue;
        lot += step;
        left -= sum;
      }
      add(lot, -(weights[lot] as number));
      return lot;
    },
    put: (lot) => add(lot, weights[lot] as number),
  };
};

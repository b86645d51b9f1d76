/** A sum with the low bits that its additions lost; the two together are the total. */
export interface CompensatedSum {
  sum: number;
  lost: number;
}

/** The sum of nothing. */
export const nothing = (): CompensatedSum => ({ sum: 0, lost: 0 });

/**
 * Adds without drift (Neumaier's variant of Kahan's sum): the error of the total stays a few units in its
 * last place, however many parts are added.
 *
 * @see A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54, 1974,
 * https://doi.org/10.1002/zamm.19740540106
 */
export const add = (total: CompensatedSum, part: number): void => {
  const sum = total.sum + part;
  total.lost += Math.abs(total.sum) >= Math.abs(part) ? total.sum - sum + part : part - sum + total.sum;
  total.sum = sum;
};

/** The sum as one number. */
export const totalOf = ({ sum, lost }: CompensatedSum): number => sum + lost;

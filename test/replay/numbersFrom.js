/**
 * Whole numbers below a limit, one after the other: a linear congruential generator. Plain arithmetic, so
 * that no library's release can change the scenario.
 */
export const numbersFrom = (start) => {
  let last = start;
  return (limit) => {
    last = (Math.imul(last, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((last / 2 ** 32) * limit);
  };
};

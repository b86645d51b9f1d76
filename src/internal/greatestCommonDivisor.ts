/** The greatest common divisor of two whole numbers, not both 0. */
export const greatestCommonDivisor = (a: number, b: number): number => {
  let larger = a;
  let smaller = b;
  while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
};

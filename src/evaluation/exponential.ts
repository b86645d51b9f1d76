/**
 * e to the power of a number from -700 to 0, by + - * / alone: `Math.exp` may differ in the last bit from one engine to the next.
 *
 * With x = y * 2^k and y from -1/2 to 0 it is e^y squared k times; y^16/16! is below the last bit of e^y.
 */
export const exponential = (x: number): number => {
  let [part, squarings] = [x, 0];
  for (; part < -0.5; squarings += 1) part /= 2;
  let series = 1;
  for (let i = 16; i >= 1; i -= 1) series = 1 + (series * part) / i;
  for (; squarings > 0; squarings -= 1) series *= series;
  return series;
};

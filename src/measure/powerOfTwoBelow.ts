/** Dividing by it is exact, so whole numbers stay exact, and no square overflows or vanishes. */
export const powerOfTwoBelow = (value: number): number => {
  let power = 1;
  while (power <= value / 2) power *= 2;
  while (power > value) power /= 2;
  return power;
};

/**
 * The values, the largest of them between 1 and 2; nothing where there is none above 0, or one that is no
 * finite number. Divided by a power of two, so that whole numbers stay exact, and no sum overflows.
 */
export const scaled = (values: readonly number[]): readonly number[] | undefined => {
  const largest = values.reduce((most, value) => Math.max(most, value), 0);
  if (!(largest > 0 && largest < Number.POSITIVE_INFINITY)) return undefined;
  let unit = 1;
  while (unit <= largest / 2) unit *= 2;
  while (unit > largest) unit /= 2;
  return values.map((value) => value / unit);
};

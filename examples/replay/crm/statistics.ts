export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of a whole population, not of a sample of one. */
export const variance = (values: readonly number[]): number => {
  const middle = mean(values);
  return mean(values.map((value) => (value - middle) ** 2));
};

export const deviation = (values: readonly number[]): number => Math.sqrt(variance(values));

/** Pearson's, of pairs. */
export const correlation = (pairs: readonly (readonly [x: number, y: number])[]): number => {
  const xs = pairs.map(([x]) => x);
  const ys = pairs.map(([, y]) => y);
  const [middleX, middleY] = [mean(xs), mean(ys)];
  const together = mean(pairs.map(([x, y]) => (x - middleX) * (y - middleY)));
  return together / (deviation(xs) * deviation(ys));
};

/** No criterion gives more, so that what they add up to is told apart. */
export const MOST_POINTS = 1_000_000;

/** Whether that is so many points, parts of one too. */
export const arePoints = (value: unknown, most: number): value is number =>
  typeof value === "number" && value >= 0 && value <= most;

/** Whether a criterion of so many points can count so where nothing is known. */
export const isForUnknown = (value: unknown, most: number): boolean =>
  value === "leftOut" || arePoints(value, most);

/** Whether a criterion can give so many. */
export const isMost = (value: unknown): value is number => arePoints(value, MOST_POINTS) && value > 0;

/** The most of some points; a loop, since there may be more than a function takes arguments. */
export const mostOf = (all: Iterable<number>): number => {
  let most = 0;
  for (const points of all) most = Math.max(most, points);
  return most;
};

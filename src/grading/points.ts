import { isUpTo } from "../internal/numberUpTo.js";

/** No criterion gives more, so that what they add up to is told apart. */
export const MOST_POINTS = 1_000_000;

/** Whether a criterion of so many points can count so where nothing is known. */
export const isForUnknown = (value: unknown, most: number): boolean =>
  value === "leftOut" || isUpTo(value, most);

/** Whether a criterion can give so many. */
export const isMost = (value: unknown): value is number => isUpTo(value, MOST_POINTS) && value > 0;

/** The most of some points, which may be more than a function takes arguments. */
export const mostOf = (all: readonly number[]): number =>
  all.reduce((most, points) => Math.max(most, points), 0);

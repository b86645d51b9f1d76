import { expect } from "vitest";
import { chiSquare } from "../../src/index.js";

/**
 * What chi-square exceeds once in a million by chance, for 1 to 11 degrees of freedom (scipy's `chi2.ppf(1 - 1e-6, df)`). A right
 * implementation would fail a check against it for one seed in a million; the seeds are fixed, so that it does not.
 */
const ONCE_IN_A_MILLION = [
  23.92813, 27.63102, 30.66485, 33.37684, 35.88819, 38.25834, 40.52183, 42.70091, 44.81094, 46.86305,
  48.86564,
];

/** Insists that what came up is as often as these parts of all say. */
export const expectByChance = (counts: readonly (readonly [leads: number, part: number])[]): void => {
  const found = chiSquare(counts.map(([leads, weight]) => ({ leads, weight })));
  expect(found?.smallestExpected).toBeGreaterThanOrEqual(5);
  expect(found?.statistic).toBeLessThan(ONCE_IN_A_MILLION[(found?.degreesOfFreedom ?? 0) - 1] ?? 0);
};

/** How often each text came up. */
export const tally = (texts: Iterable<string>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
};

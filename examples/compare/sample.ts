import { rounded } from "./interval.js";
import { doSeason } from "./jobs.js";
import { worlds } from "./world.js";

/**
 * What was to be won of 100 leads of a short season, by selector: the figures keep it, so that one sees whether they are still
 * those of the selectors as they are.
 */
export type Sample = Readonly<Record<string, number>>;

export const sampled = (only?: string): Sample => {
  const { figures } = doSeason(worlds[0], { seed: 1, leads: 700, only });
  return Object.fromEntries(Object.entries(figures).map(([name, { expected }]) => [name, rounded(expected)]));
};

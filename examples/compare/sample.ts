import { rounded } from "./interval.js";
import type { SeasonFigures } from "./measures.js";
import { worlds } from "./world.js";

/**
 * What was to be won of 100 leads of a short season, by selector: the figures keep it, so that one sees whether they are still
 * those of the selectors as they are.
 */
export type Sample = Readonly<Record<string, number>>;

/** That season: long enough for the first outcomes to count. */
export const SAMPLE = { world: worlds[0], seed: 1, leads: 700 } as const;

export const sampleOf = (figures: Readonly<Record<string, SeasonFigures>>): Sample =>
  Object.fromEntries(Object.entries(figures).map(([name, { expected }]) => [name, rounded(expected)]));

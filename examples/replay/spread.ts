import type { RepId } from "../../src/index.js";
import { fairnessOf } from "../../src/measure/fairnessOf.js";
import { gini } from "../../src/measure/gini.js";
import { jain } from "../../src/measure/jain.js";

/** How tickets spread over the people who got any; shares are fractions of all tickets. */
export interface Spread {
  readonly tickets: number;
  readonly people: number;
  readonly mean: number;
  readonly median: number;
  readonly most: number;
  readonly jain: number | null;
  readonly gini: number | null;
  readonly topOneShare: number;
  readonly topFifthShare: number;
}

/** The value below which the fraction `p` lies, by linear interpolation between neighbours; NaN for none. */
export const quantile = (values: readonly number[], p: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const place = p * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Tickets of each person who got any. No candidates are needed for a mere count. */
export const countsOf = (takers: readonly (RepId | undefined)[]): readonly number[] =>
  fairnessOf(takers.map((repId) => ({ candidates: [], repId }))).reps.map(({ leads }) => leads);

export const spreadOf = (takers: readonly (RepId | undefined)[]): Spread => {
  const counts = [...countsOf(takers)].sort((a, b) => b - a);
  const tickets = counts.reduce((sum, count) => sum + count, 0);
  const topFifth = counts.slice(0, Math.floor(counts.length / 5));
  return {
    tickets,
    people: counts.length,
    mean: tickets / counts.length,
    median: median(counts),
    most: counts[0] ?? 0,
    jain: jain(counts),
    gini: gini(counts),
    topOneShare: (counts[0] ?? 0) / tickets,
    topFifthShare: topFifth.reduce((sum, count) => sum + count, 0) / tickets,
  };
};

/** Jain's index of tickets dealt to people by pure chance, to first order: what bare luck would give. */
export const jainByChance = (tickets: number, people: number): number => tickets / (tickets + people - 1);

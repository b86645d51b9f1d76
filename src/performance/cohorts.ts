import type { Outcomes } from "../model/performance.js";

/** Of each span of time: leads, won, value. */
const FIGURES = 3;

/** The number of the first span, then the figures of each span from there on, without gaps; empty where there is nothing. */
export type Cohorts = readonly number[];

const spansIn = (cohorts: Cohorts): number => (cohorts.length - 1) / FIGURES;

/** The number of the last span that is written of; below every other where there is none. */
const lastOf = (cohorts: Cohorts): number =>
  cohorts.length === 0 ? Number.NEGATIVE_INFINITY : (cohorts[0] as number) + spansIn(cohorts) - 1;

/** Each span that is written of, by its number. */
export const eachSpan = (cohorts: Cohorts): readonly (readonly [number, Required<Outcomes>])[] =>
  cohorts.length === 0
    ? []
    : Array.from({ length: spansIn(cohorts) }, (_, i) => {
        const at = 1 + i * FIGURES;
        const [leads = 0, won = 0, value = 0] = cohorts.slice(at, at + FIGURES);
        return [(cohorts[0] as number) + i, { leads, won, value }];
      });

/**
 * With something added to one span. Of all spans the last `most` are kept, counted from the later of `now` and the last that is written of, so a
 * clock that jumps makes nothing grow; what lies before them is let go.
 */
export const withAdded = (
  cohorts: Cohorts,
  span: number,
  { leads, won, value = 0 }: Outcomes,
  now: number,
  most: number,
): Cohorts => {
  const oldest = Math.max(now, span, lastOf(cohorts)) - most + 1;
  const kept = eachSpan(cohorts).filter(([number]) => number >= oldest);
  const spans = new Map(kept);
  if (span >= oldest) {
    const before = spans.get(span) ?? { leads: 0, won: 0, value: 0 };
    spans.set(span, {
      leads: Math.max(0, before.leads + leads),
      won: Math.max(0, before.won + won),
      value: Math.max(0, before.value + value),
    });
  }
  if (spans.size === 0) return [];
  const [first, last] = [Math.min(...spans.keys()), Math.max(...spans.keys())];
  const figures = Array.from({ length: last - first + 1 }, (_, i) => {
    const each = spans.get(first + i);
    return each === undefined ? [0, 0, 0] : [each.leads, each.won, each.value];
  });
  return [first, ...figures.flat()];
};

import type { TrackRecord } from "../model/performance.js";

/** What came of the leads that were taken in one span of time. */
export interface Cohort extends Required<Pick<TrackRecord, "leads" | "won" | "value" | "contacts">> {
  /** Of all contacts together. */
  readonly waitedMs: number;
}

/** What one span holds: its number, then the figures of its cohort. */
const FIGURES = 6;

/**
 * Those spans of which anything is known, as they are kept in the state: each its number and figures, the earliest
 * first.
 */
export type Cohorts = readonly number[];

const cohortAt = (cohorts: Cohorts, at: number): Cohort => ({
  leads: cohorts[at + 1] ?? 0,
  won: cohorts[at + 2] ?? 0,
  value: cohorts[at + 3] ?? 0,
  contacts: cohorts[at + 4] ?? 0,
  waitedMs: cohorts[at + 5] ?? 0,
});

/** All spans together, each as far as it counts. */
export const sumOf = (cohorts: Cohorts, partOf: (span: number) => number): Cohort => {
  const sum = { leads: 0, won: 0, value: 0, contacts: 0, waitedMs: 0 };
  for (let at = 0; at < cohorts.length; at += FIGURES) {
    const part = partOf(cohorts[at] as number);
    if (part === 0) continue;
    const { leads, won, value, contacts, waitedMs } = cohortAt(cohorts, at);
    sum.leads += part * leads;
    sum.won += part * won;
    sum.value += part * value;
    sum.contacts += part * contacts;
    sum.waitedMs += part * waitedMs;
  }
  return sum;
};

const EMPTY: Cohort = { leads: 0, won: 0, value: 0, contacts: 0, waitedMs: 0 };

/**
 * A win of a lead that was never counted, such as from before anything was, is not counted either; nor is what was won
 * taken off again.
 */
const added = (before: Cohort, { leads = 0, won = 0, ...more }: Partial<Cohort>): Cohort => {
  const counts = won === 0 || before.won < before.leads;
  return {
    leads: Math.max(before.won, before.leads + leads),
    won: before.won + (counts ? won : 0),
    value: before.value + (counts ? (more.value ?? 0) : 0),
    contacts: before.contacts + (more.contacts ?? 0),
    waitedMs: before.waitedMs + (more.waitedMs ?? 0),
  };
};

/** What a clock writes that is wrong for an hour or a day lies in two spans at most. */
const SPARE = 2;

/**
 * With something added to one span. Those are kept that are closest to `now`, so many as are needed, and as many of the
 * latest, and two: where the clock is right that is the same. Where it is wrong for a while nothing grows without end,
 * and no span is pushed out that is needed once it is right again, neither the newest, which are furthest from a clock
 * that is behind, nor the oldest.
 */
export const withAdded = (
  cohorts: Cohorts,
  span: number,
  more: Partial<Cohort>,
  now: number,
  most: number,
): Cohorts => {
  const spans = new Map<number, Cohort>();
  for (let at = 0; at < cohorts.length; at += FIGURES)
    spans.set(cohorts[at] as number, cohortAt(cohorts, at));
  spans.set(span, added(spans.get(span) ?? EMPTY, more));
  const off = (each: number): number => Math.abs(each - now);
  const nearest = [...spans.keys()].sort((a, b) => off(a) - off(b) || b - a).slice(0, most);
  const latest = [...spans.keys()].sort((a, b) => b - a).slice(0, most + SPARE);
  return [...new Set([...nearest, ...latest])]
    .sort((a, b) => a - b)
    .flatMap((each) => {
      const { leads, won, value, contacts, waitedMs } = spans.get(each) ?? EMPTY;
      return [each, leads, won, value, contacts, waitedMs];
    });
};

import type { TrackRecord } from "../model/performance.js";

/** Where nothing shows that reps differ, what is usual weighs so many leads: nearly everything. */
const MOST_STRENGTH = 10_000;

/** Where they seem to differ without end, what is usual still weighs one lead. */
const LEAST_STRENGTH = 1;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** How far rates lie apart: beyond what chance does, and the most that could show. */
interface Spread {
  readonly beyond: number;
  readonly most: number;
}

const NO_SPREAD: Spread = { beyond: 0, most: 0 };

/** Rates with intra-class correlation r lie r of the most apart; the strength is 1 / r - 1. */
const strengthFrom = (spreads: readonly Spread[]): number => {
  const beyond = sum(spreads.map((each) => each.beyond));
  const most = sum(spreads.map((each) => each.most));
  if (beyond <= 0 || most <= 0) return MOST_STRENGTH;
  return Math.max(LEAST_STRENGTH, Math.min(MOST_STRENGTH, most / beyond - 1));
};

/** How far rates within one group lie from the rate of the whole group. */
export const spreadWithin = (outcomes: readonly TrackRecord[]): Spread => {
  const known = outcomes.filter(({ leads }) => leads > 0);
  const leads = sum(known.map((each) => each.leads));
  const mean = leads === 0 ? 0 : sum(known.map(({ won }) => won)) / leads;
  const noise = mean * (1 - mean);
  if (known.length < 2 || noise <= 0) return NO_SPREAD;
  const apart = sum(
    known.map((each) => {
      const off = each.won / each.leads - mean;
      return each.leads * off * off;
    }),
  );
  const others = known.length - 1;
  const squares = sum(known.map((each) => (each.leads / leads) * each.leads));
  return { beyond: apart - others * noise, most: noise * (leads - squares - others) };
};

/**
 * How many leads what is usual weighs against what was seen of one, so that small samples are drawn to what is usual as
 * far as the groups show that chance alone explains the differences within them.
 *
 * The method of moments of the beta-binomial: if rates within a group vary with intra-class correlation r, the strength
 * is 1 / r - 1.
 *
 * @see J. C. Kleinman, "Proportions with Extraneous Variance: Single and Independent Samples", Journal of the American
 * Statistical Association 68, 1973
 */
export const strengthOf = (groups: readonly (readonly TrackRecord[])[]): number =>
  strengthFrom(groups.map(spreadWithin));

/** The same where a rate of its own is expected of each. */
export const strengthAbout = (outcomes: readonly TrackRecord[], expected: readonly number[]): number =>
  strengthFrom(
    outcomes.map(({ leads, won }, i) => {
      const rate = expected[i] as number;
      const noise = rate * (1 - rate);
      const off = leads === 0 ? 0 : won / leads - rate;
      return leads === 0 ? NO_SPREAD : { beyond: leads * off * off - noise, most: noise * (leads - 1) };
    }),
  );

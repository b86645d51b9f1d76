import type { TrackRecord } from "../model/performance.js";
import type { Candidate } from "../model/selector.js";
import { estimatesFrom } from "../performance/estimates.js";
import type { Stream } from "../random/stream.js";
import { type Estimated, meanInterval } from "./interval.js";
import type { Matured } from "./matured.js";

/** The log is cut into so many parts, and what is expected of a lead is learned from the others. */
const PARTS = 5;

/** Of each choice the part that it falls into. */
export const partsDrawn = ({ rewards }: Matured, draws: Stream): readonly number[] =>
  rewards.map(() => Math.floor(draws.next() * PARTS));

/** What each rep had, at its place. */
type Had = { leads: number; won: number }[];

const nothingHad = (reps: readonly Candidate[]): Had => reps.map(() => ({ leads: 0, won: 0 }));

const less = (whole: Had, part: Had): readonly TrackRecord[] =>
  whole.map(({ leads, won }, i) => {
    const { leads: fewer, won: lost } = part[i] as Had[number];
    return { leads: leads - fewer, won: Math.min(leads - fewer, Math.max(0, won - lost)) };
  });

const summed = (all: readonly Had[], reps: readonly Candidate[]): Had =>
  reps.map((_, place) => ({
    leads: all.reduce((sum, had) => sum + (had[place] as Had[number]).leads, 0),
    won: all.reduce((sum, had) => sum + (had[place] as Had[number]).won, 0),
  }));

/**
 * What a part of the log may expect of each rep in each segment, learned from all other parts: drawn to what is usual,
 * as everywhere here.
 */
const expectations = (
  { reps, rewards, takers, segmentOf, segments, largest }: Matured,
  parts: readonly number[],
): readonly (readonly (readonly number[])[])[] => {
  const had = Array.from({ length: PARTS }, () => Array.from({ length: segments }, () => nothingHad(reps)));
  for (let i = 0; i < rewards.length; i += 1) {
    const own = had[parts[i] as number]?.[segmentOf[i] as number]?.[takers[i] as number] as Had[number];
    own.leads += 1;
    own.won += (rewards[i] as number) / largest;
  }
  const whole = Array.from({ length: segments }, (_, segment) =>
    summed(
      had.map((part) => part[segment] as Had),
      reps,
    ),
  );
  const all = summed(whole, reps);
  return had.map((part) => {
    const others = less(all, summed(part, reps));
    const inSegments = whole.map((segment, i) => less(segment, part[i] as Had));
    return inSegments.map((inSegment) => {
      const estimateOf = estimatesFrom(reps, others, segments === 1 ? undefined : inSegment);
      return reps.map((rep) => estimateOf(rep).rate * largest);
    });
  });
};

/** No gain at all, but for the order of additions. */
const ROUNDING = 1e-12;

/**
 * What is expected of the target's choices, corrected by how far the expectation was off where the log chose
 * likewise: right on average where the propensities are, and the less spread the better the expectation is. No lead
 * is expected anything of by what came of itself. The gain is over the same estimate for the chances of the log, so
 * that it is exactly 0 for these.
 *
 * @see M. Dudík, J. Langford, L. Li, "Doubly Robust Policy Evaluation and Learning", ICML 2011, arXiv:1103.4601
 */
export const doublyRobust = (matured: Matured, parts: readonly number[]): Estimated => {
  const expected = expectations(matured, parts);
  const { rewards, chances, segmentOf, takers, weights, largest } = matured;
  const { from, places, byTarget, byLog } = chances;
  const values: number[] = [];
  const gains: number[] = [];
  for (let i = 0; i < rewards.length; i += 1) {
    const reward = rewards[i] as number;
    const rates = expected[parts[i] as number]?.[segmentOf[i] as number] as readonly number[];
    let ofTarget = 0;
    let ofLog = 0;
    for (let at = from[i] as number; at < (from[i + 1] as number); at += 1) {
      const rate = rates[places[at] as number] as number;
      ofTarget += (byTarget[at] as number) * rate;
      ofLog += (byLog[at] as number) * rate;
    }
    const weight = weights[i] as number;
    const off = reward - (rates[takers[i] as number] as number);
    values.push(ofTarget + weight * off);
    const gain = ofTarget - ofLog + (weight - 1) * off;
    gains.push(Math.abs(gain) > ROUNDING * largest ? gain : 0);
  }
  return { value: meanInterval(values), gain: meanInterval(gains) };
};

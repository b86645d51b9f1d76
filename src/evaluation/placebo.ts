import type { Stream } from "../random/stream.js";
import { doublyRobust } from "./doublyRobust.js";
import type { Estimated } from "./interval.js";
import type { Matured } from "./matured.js";

/**
 * What the same estimate finds where there is nothing to find: in the log with its rewards shuffled.
 *
 * @since 0.1.0
 */
export interface Placebo {
  /** How often rewards were shuffled, among leads of one segment that stand close together in the log. */
  readonly logs: number;
  /**
   * The part of the shuffled logs whose gain is at least as large, upwards or downwards, the log itself counted in: the
   * chance of such a gain where it makes no difference who has which lead.
   */
  readonly asLarge: number;
  /**
   * The part of the shuffled logs in which the interval of the gain leaves 0 out. About 0.05 where the intervals hold.
   */
  readonly found: number;
}

/** Rewards may drift, and chances too: so they change places with their neighbours alone. */
const NEIGHBOURS = 50;

/** The places of the choices of one segment, so many neighbours each. */
const neighbourhoods = ({ segmentOf, segments }: Matured): readonly (readonly number[])[] => {
  const bySegment = Array.from({ length: segments }, (): number[][] => [[]]);
  for (const [i, segment] of segmentOf.entries()) {
    const all = bySegment[segment] as number[][];
    const last = all.at(-1) as number[];
    if (last.length < NEIGHBOURS) last.push(i);
    else all.push([i]);
  }
  return bySegment.flat();
};

const shuffle = (rewards: number[], places: readonly number[], draws: Stream): void => {
  for (let left = places.length; left > 1; left -= 1) {
    const one = places[left - 1] as number;
    const other = places[Math.floor(draws.next() * left)] as number;
    [rewards[one], rewards[other]] = [rewards[other] as number, rewards[one] as number];
  }
};

const leavesOutZero = ({ gain: { low, high } }: Estimated): boolean => low > 0 || high < 0;

/** Roundings are no difference. */
const SLACK = 1e-12;

export const placeboOf = (
  matured: Matured,
  parts: readonly number[],
  { gain }: Estimated,
  logs: number,
  draws: Stream,
): Placebo => {
  const groups = neighbourhoods(matured);
  const rewards = [...matured.rewards];
  const least = Math.abs(gain.estimate) - SLACK * matured.largest;
  let [asLarge, found] = [1, 0];
  for (let i = 0; i < logs; i += 1) {
    for (const places of groups) shuffle(rewards, places, draws);
    const shuffled = doublyRobust(matured, parts, rewards);
    if (Math.abs(shuffled.gain.estimate) >= least) asLarge += 1;
    if (leavesOutZero(shuffled)) found += 1;
  }
  return { logs, asLarge: asLarge / (logs + 1), found: found / logs };
};

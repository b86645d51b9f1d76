import type { Stream } from "../random/stream.js";
import { doublyRobust } from "./doublyRobust.js";
import type { Estimated } from "./interval.js";
import type { Matured } from "./matured.js";

/**
 * What the same estimate finds where there is nothing to find: in logs whose leads bring what they brought, whoever has
 * them, and in which chance chose anew by the same propensities.
 *
 * @since 0.1.0
 */
export interface Placebo {
  /** How often chance chose anew. */
  readonly logs: number;
  /**
   * The part of these logs whose gain is at least as large, upwards or downwards, the log itself counted in: the chance
   * of such a gain where it makes no difference who has which lead.
   */
  readonly asLarge: number;
  /** The part of these logs in which the interval of the gain leaves 0 out. About 0.05 where the intervals hold. */
  readonly found: number;
}

/** Where among the chances of a choice, which lie from one place to another, this part of 1 falls. */
const chosenAt = (byLog: Float64Array, from: number, to: number, part: number): number => {
  let [sum, last] = [0, from];
  for (let at = from; at < to; at += 1) {
    const chance = byLog[at] as number;
    if (chance === 0) continue;
    sum += chance;
    if (part < sum) return at;
    last = at;
  }
  // Chances may add up to a little less than 1.
  return last;
};

/** The same leads, given by chance once more. */
const chosenAnew = (matured: Matured, draws: Stream): Matured => {
  const { from, places, byTarget, byLog } = matured.chances;
  const takers: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < matured.rewards.length; i += 1) {
    const at = chosenAt(byLog, from[i] as number, from[i + 1] as number, draws.next());
    takers.push(places[at] as number);
    weights.push((byTarget[at] as number) / (byLog[at] as number));
  }
  return { ...matured, takers, weights };
};

const leavesOutZero = ({ gain: { low, high } }: Estimated): boolean => low > 0 || high < 0;

/** Roundings are no difference. */
const SLACK = 1e-12;

/**
 * A randomisation test: of the hypothesis that no lead cares who has it, it is exact for chances that are as the log
 * says.
 *
 * @see R. A. Fisher, "The Design of Experiments", 1935
 */
export const placeboOf = (
  matured: Matured,
  parts: readonly number[],
  { gain }: Estimated,
  logs: number,
  draws: Stream,
): Placebo => {
  const least = Math.abs(gain.estimate) - SLACK * matured.largest;
  let [asLarge, found] = [1, 0];
  for (let i = 0; i < logs; i += 1) {
    const anew = doublyRobust(chosenAnew(matured, draws), parts);
    if (Math.abs(anew.gain.estimate) >= least) asLarge += 1;
    if (leavesOutZero(anew)) found += 1;
  }
  return { logs, asLarge: asLarge / (logs + 1), found: found / logs };
};

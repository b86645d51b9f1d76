import type { Stream } from "../random/stream.js";
import { chosenAnew } from "./chosenAnew.js";
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

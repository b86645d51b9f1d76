import type { RepId } from "../model/id.js";
import type { Lead } from "../model/lead.js";

/**
 * A rep who could have had a lead, and how likely it was that this one would.
 *
 * @since 0.1.0
 */
export interface LoggedCandidate {
  readonly id: RepId;
  /** The chance of being chosen, from 0 to 1. Those of one lead's candidates add up to 1. */
  readonly propensity: number;
}

/**
 * One lead that was given by chance: who could have had it, by what chances, who got it, and what came of it.
 *
 * A `share` is a chance only where chance chose. A rotation says shares too, and nothing about it is by chance: its
 * choices are none of these.
 *
 * @since 0.1.0
 */
export interface LoggedChoice {
  readonly candidates: readonly LoggedCandidate[];
  /** Whoever got the lead: one of the candidates. */
  readonly repId: RepId;
  /**
   * What came of it: 1 for won and 0 for not, or what it brought. Absent: it has not had its time yet, or nobody wrote
   * it down.
   */
  readonly reward?: number;
  /** Leads of one segment are compared with each other. Absent: a segment of its own. */
  readonly segment?: string;
  /** For targets that look at the lead, such as {@link byStrategy}. */
  readonly lead?: Lead;
}

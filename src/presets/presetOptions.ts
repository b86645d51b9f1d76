import type { Filter } from "../model/filter.js";
import type { LedgerName } from "../model/id.js";
import type { Selector } from "../model/selector.js";
import type { StickyOptions } from "../selectors/byRule/sticky.js";

/**
 * What every preset asks for.
 *
 * @since 0.1.0
 */
export interface PresetOptions {
  /** The fairness account, by name. */
  readonly ledger: LedgerName;
  /** Who may, beside who is available. Absent: everybody. */
  readonly filters?: readonly Filter[];
}

/**
 * A preset whose leads are offered to one rep after another.
 *
 * @since 0.1.0
 */
export interface OfferingPreset extends PresetOptions {
  /** How long a rep has to answer, in whole milliseconds. */
  readonly answerMs: number;
}

/**
 * A preset whose leads are open for a time, to whoever claims first.
 *
 * @since 0.1.0
 */
export interface RacingPreset extends PresetOptions {
  /** How long a lead may be claimed, in whole milliseconds. */
  readonly openMs: number;
}

/**
 * A preset whose leads lie in a pool.
 *
 * @since 0.1.0
 */
export interface PullingPreset extends PresetOptions {
  /** How many leads a rep may have without first contact before it takes another. */
  readonly mostUnworked: number;
  /** After how long a lead that nobody took is given to somebody, in whole milliseconds. */
  readonly pushAfterMs: number;
}

/**
 * A preset in which somebody deals.
 *
 * @since 0.1.0
 */
export interface DealingPreset extends PresetOptions {
  /** How long somebody has to deal a lead, in whole milliseconds. */
  readonly decideMs: number;
}

/**
 * A preset in which your selector says who is best.
 *
 * @since 0.1.0
 */
export interface BestFirstPreset {
  readonly selector: Selector;
}

/**
 * A preset in which leads of one account stay with one rep.
 *
 * @since 0.1.0
 */
export interface StickyPreset
  extends PresetOptions,
    Pick<StickyOptions, "by" | "expiresAfterMs" | "mostWaitMs"> {
  /**
   * While the account's rep is away: somebody else stands in, the lead waits for it, or the rep has it all the
   * same. Absent: `"pass"`.
   */
  readonly whenAway?: "pass" | "hold" | "keep";
}

import type { Filter } from "../../model/filter.js";
import type { AfterwardsOptions } from "../afterwards/afterwards.js";
import type { ShowingOptions } from "../claims/showing.js";
import type { WhenNobody } from "../whenNobody/whenNobody.js";

/**
 * One group of a race: who may claim, and for how long, before the next group may.
 *
 * @since 0.1.0
 */
export interface RaceGroup {
  /** These must let a rep through, beside the strategy's own filters. Absent: nothing more is asked for. */
  readonly filters?: readonly Filter[];
  /** How long this group has, in whole milliseconds. Absent: the race's `openMs`. */
  readonly openMs?: number;
}

/**
 * Options of {@link race}.
 *
 * @since 0.1.0
 */
export interface RaceOptions extends AfterwardsOptions, ShowingOptions {
  /** How long the lead may be claimed, in whole milliseconds. */
  readonly openMs: number;
  /** How many are told: the first of the order. Absent: all of it. */
  readonly first?: number;
  /** One after the other; whoever was told as one of an earlier group may claim again only if it belongs to the next. Absent: one, of everybody. */
  readonly groups?: readonly RaceGroup[];
  /** What becomes of a lead that nobody claims, or that nobody may have. Absent: `"unassigned"`. */
  readonly whenNobody?: WhenNobody;
  /** To whom an `opened` event may open a lead: filters by the name of the segment, beside the strategy's own. Absent: to nobody. */
  readonly segments?: Readonly<Record<string, readonly Filter[]>>;
}

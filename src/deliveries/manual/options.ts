import type { Filter } from "../../model/filter.js";
import type { AfterwardsOptions } from "../afterwards/afterwards.js";
import type { ShowingOptions } from "../claims/showing.js";
import type { WhenNobody } from "../whenNobody/whenNobody.js";

/**
 * Options of {@link manual}.
 *
 * @since 0.1.0
 */
export interface ManualOptions extends AfterwardsOptions, ShowingOptions {
  /** How long somebody has to deal the lead, in whole milliseconds. */
  readonly decideMs: number;
  /** How many reps are suggested, best first. Absent: 3. */
  readonly mostSuggested?: number;
  /** What becomes of a lead that nobody deals in time: `"push"` gives it to the first of the order then. Absent: `"push"`. */
  readonly whenUndecided?: "push" | WhenNobody;
  /** To whom an `opened` event may open the lead, who then race for it: filters by the name of the segment, beside the strategy's own. Absent: to nobody. */
  readonly segments?: Readonly<Record<string, readonly Filter[]>>;
  /** How long a segment races, in whole milliseconds; needed with `segments`. */
  readonly openMs?: number;
  /** How many of a segment are told: the first of the order. Absent: all of them. */
  readonly first?: number;
}

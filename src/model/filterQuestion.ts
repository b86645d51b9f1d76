import type { RepId } from "./id.js";
import type { EpochMs } from "./instant.js";
import type { Lead } from "./lead.js";
import type { Notes } from "./notes.js";
import type { Rep } from "./rep.js";
import type { Standing } from "./standing.js";

/**
 * What a filter is asked about one rep.
 *
 * @since 0.1.0
 */
export interface FilterQuestion {
  readonly lead: Lead;
  readonly rep: Rep;
  readonly standing: Standing;
  readonly nowMs: EpochMs;
  /** What filters and selectors wrote down, as of before this question. */
  readonly notes: Notes;
  /** Somebody names the rep, rather than the selector: a lead that is reassigned. */
  readonly isByHand: boolean;
  /** The rep has the lead already, and is asked about because more became known of it: what the lead takes up it has taken up. */
  readonly isHolder: boolean;
  /** Another rep of the same roster. */
  readonly repOf: (repId: RepId) => Rep | undefined;
  /**
   * The most that the ledger owes anybody of the roster who is active and of a weight above 0, in credits; 0 where there is nobody.
   * Cost: O(reps) when first asked, for all filters together.
   */
  readonly mostOwed: () => number;
}

import type { LeadEvent } from "./event.js";
import type { FilterQuestion } from "./filterQuestion.js";
import type { EpochMs } from "./instant.js";

/**
 * What happened to a rep, told to filters and selectors that write things down.
 *
 * - `"taken"`: the rep newly has the lead, by the strategy, by an answer of its own or by hand.
 * - `"worked"`: it made first contact.
 * - `"silent"`: it let an offer, or the time for first contact, run out without a word.
 * - `"released"`: it had the lead and has it no more, or not on the same terms: returned, moved, taken away, closed or merged.
 *
 * @since 0.1.0
 */
export type Happening = "taken" | "worked" | "silent" | "released";

/**
 * What a filter or selector is asked when something happened to a rep.
 *
 * @since 0.1.0
 */
export interface NoteQuestion extends FilterQuestion {
  readonly what: Happening;
  /** The rep took the lead by its own word: it accepted an offer, or claimed the lead. False but for `"taken"`. */
  readonly saidYes: boolean;
  /** The rep has made first contact with the lead. False for `"taken"`. */
  readonly isWorked: boolean;
  /** When the rep got the lead, or was offered it where it let that run out; the question's moment for `"taken"`. */
  readonly sinceMs: EpochMs;
  /** What happened to the lead. Absent: it came in. */
  readonly event?: LeadEvent;
}

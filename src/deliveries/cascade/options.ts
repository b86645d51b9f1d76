import type { Filter } from "../../model/filter.js";
import type { AfterwardsOptions } from "../afterwards/afterwards.js";
import type { WhenNobody } from "../whenNobody/whenNobody.js";

/**
 * One ring of a cascade: who is asked, and for how long, before the next.
 *
 * @since 0.1.0
 */
export interface Ring {
  /** These must let a rep through, beside the strategy's own filters. Absent: nothing more is asked for. */
  readonly filters?: readonly Filter[];
  /**
   * How long until the next ring is asked although somebody of this one is left, counted from where `ringClock` says; at
   * least `answerMs` for each ring. Absent: the next is asked only when nobody is left.
   */
  readonly endsAfterMs?: number;
}

/**
 * What becomes of a lead that nobody accepts: any {@link WhenNobody}, or first a race of those who were asked and said nothing.
 *
 * `silentMayClaimForMs`: for so long whoever did not answer in the last pass may claim it; whoever said no may not, and nobody else is
 * told. Where nobody was silent, and when the time is over, comes `whenUnclaimed` (absent: `"unassigned"`); who said no does not get it by an
 * `assignTo` after a race.
 *
 * @since 0.1.0
 */
export type WhenNobodyAccepts =
  | (WhenNobody & { readonly silentMayClaimForMs?: never })
  | { readonly silentMayClaimForMs: number; readonly whenUnclaimed?: WhenNobody };

/**
 * Options of {@link cascade}.
 *
 * @since 0.1.0
 */
export interface CascadeOptions extends AfterwardsOptions {
  /** How long a rep has to answer, in whole milliseconds. */
  readonly answerMs: number;
  /** How many offers of one lead are open side by side; of those whom the filters rank alike, best rank first. Absent: 1. */
  readonly atOnce?: number;
  /** How many offers are made before giving up, over all rings and passes; a lead that is dealt anew begins at 0. Absent: no limit. */
  readonly mostOffers?: number;
  /**
   * `"fresh"`: whoever comes first at the moment of the offer. `"fixed"`: the order of the moment when the ring, or the pass,
   * began. Absent: `"fresh"`.
   */
  readonly order?: "fresh" | "fixed";
  /**
   * How often everybody is asked. A further pass goes over the last ring and asks those who were silent; once all who were
   * asked have said no, all. Absent: 1.
   */
  readonly passes?: number;
  /** Every second pass goes backwards through those who were asked; needs `passes`. Absent: no. */
  readonly reverse?: boolean;
  /** What becomes of a lead that nobody accepts, or that nobody may have. Absent: `"unassigned"`. */
  readonly whenNobody?: WhenNobodyAccepts;
  /** Asked one after the other. Absent: one, of everybody. */
  readonly rings?: readonly Ring[];
  /** From where `endsAfterMs` counts: the ring's own start, or the lead's `receivedAtMs`. Absent: `"ring"`. */
  readonly ringClock?: "ring" | "arrival";
}

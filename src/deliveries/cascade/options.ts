import type { Filter } from "../../model/filter.js";
import type { RepId } from "../../model/id.js";
import type { AfterwardsOptions } from "../afterwards/afterwards.js";

/**
 * One ring of a cascade: who is asked, and for how long, before the next.
 *
 * @since 0.1.0
 */
export interface Ring {
  /** These must let a rep through, beside the strategy's own filters. Absent: nothing more is asked for. */
  readonly filters?: readonly Filter[];
  /** When the next ring is asked although this one is not done: by `ringClock`. Absent: once nobody is left to ask. */
  readonly endsAfterMs?: number;
}

/**
 * What becomes of a lead that nobody accepts: nobody has it and the manager is told; it is put aside, and everybody is
 * asked again after that time; or it goes to the first of these reps whom every filter lets through.
 *
 * @since 0.1.0
 */
export type WhenNobody =
  | "unassigned"
  | { readonly parkForMs: number }
  | { readonly assignTo: readonly RepId[] };

/**
 * Options of {@link cascade}.
 *
 * @since 0.1.0
 */
export interface CascadeOptions extends AfterwardsOptions {
  /** How long a rep has to answer. */
  readonly answerMs: number;
  /** How many offers are open at a time. Absent: 1. */
  readonly atOnce?: number;
  /** How many offers are made before giving up. Absent: as many as there are reps to ask. */
  readonly mostOffers?: number;
  /** `"fresh"`: whoever comes first when an offer is made. `"first"`: the order of the moment when the ring began. Absent: `"fresh"`. */
  readonly order?: "fresh" | "first";
  /** How often everybody is asked: first those who were silent; once all have said no, all. Absent: once. */
  readonly passes?: number;
  /** Every second pass goes backwards through those who were asked. Absent: no. */
  readonly reverse?: boolean;
  /** Whether a turn that ran out is booked. Absent: `"counts"`. */
  readonly whenSilent?: "counts" | "ignored";
  /** Whether a turn that was refused is booked. Absent: `"counts"`. */
  readonly whenDeclined?: "counts" | "ignored";
  /** What becomes of a lead that nobody accepts. Absent: `"unassigned"`. */
  readonly whenNobody?: WhenNobody;
  /** Asked one after the other. Absent: one, of everybody. */
  readonly rings?: readonly Ring[];
  /** From where `endsAfterMs` counts: the ring's own start, or the lead's arrival. Absent: `"ring"`. */
  readonly ringClock?: "ring" | "arrival";
}

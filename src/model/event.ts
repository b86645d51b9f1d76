import type { CloseResult } from "./decision.js";
import type { LeadId, RepId } from "./id.js";
import type { EpochMs } from "./instant.js";

/**
 * What every event holds.
 *
 * @since 0.1.0
 */
export interface EventBase {
  /** Unique for the lead, and the same when the event is told again: an id that was answered changes nothing. */
  readonly id: string;
  /** When it happened, by the host's clock. For `expired` and `woken`: now, not the `wakeAtMs` that is over. */
  readonly atMs: EpochMs;
}

/**
 * What happened to a lead after it was decided.
 *
 * - `accepted`, `declined`: a rep says yes or no to an offer.
 * - `claimed`: a rep takes the lead from a pool.
 * - `expired`: the time of an offer is over. `woken`: that of any other lead that waits, or one that nobody has is looked at again;
 *   with `isEarly` a lead that is put aside is dealt before its time if somebody may have it who did not give it up.
 * - `updated`: what is known of the lead has changed; the lead that comes with the event is the new one, whole.
 * - `returned`: the rep gives the lead back; without a `repId` it is taken back from whoever holds it.
 * - `worked`: first contact has been made, by the rep or, without a `repId`, by whoever holds the lead.
 * - `reassigned`: somebody moves the lead to a named rep by hand. `opened`: somebody opens it to a segment of reps, who then race for it.
 * - `released`: the lead is taken from whoever holds it, who left or is away, and dealt on; with `isTemporary` the decision keeps who is to
 *   have it back. An open offer to the rep that it names is withdrawn, and the next is asked.
 * - `closed`: the lead is over. `merged`: it is a duplicate of the lead `into`, which goes on in its place.
 *
 * `reason` and `by` are for the host's own log: no answer depends on them, and no decision keeps them.
 *
 * An event that was answered is remembered by its id. One that was refused changes nothing, so it is not: the
 * same event later is asked again.
 *
 * @since 0.1.0
 */
export type LeadEvent =
  | (EventBase & { readonly type: "accepted"; readonly repId: RepId })
  | (EventBase & { readonly type: "declined"; readonly repId: RepId; readonly reason?: string })
  | (EventBase & { readonly type: "claimed"; readonly repId: RepId })
  /** The time of an offer is over. */
  | (EventBase & { readonly type: "expired" })
  /** The lead that waited is looked at again. */
  | (EventBase & {
      readonly type: "woken";
      /** A lead that is put aside may be dealt before its time. Absent: no. */
      readonly isEarly?: boolean;
    })
  /** What is known of the lead has changed; the lead that comes with the event is the new one. */
  | (EventBase & { readonly type: "updated" })
  /** The rep gives the lead back; without a `repId` it is taken back from whoever holds it. */
  | (EventBase & { readonly type: "returned"; readonly repId?: RepId; readonly reason?: string })
  /** First contact has been made, by the rep or, without a `repId`, by whoever holds the lead. */
  | (EventBase & { readonly type: "worked"; readonly repId?: RepId })
  /** Somebody moves the lead to a named rep by hand. */
  | (EventBase & { readonly type: "reassigned"; readonly to: RepId; readonly by?: string })
  /** Somebody opens the lead to a segment of reps, who then race for it. */
  | (EventBase & { readonly type: "opened"; readonly segment: string; readonly by?: string })
  /** The lead is taken from whoever holds it, or only if it is that rep, and dealt on. */
  | (EventBase & {
      readonly type: "released";
      readonly repId?: RepId;
      /** The holder is to have it back. Absent: no. */
      readonly isTemporary?: boolean;
    })
  | (EventBase & { readonly type: "closed"; readonly result: CloseResult; readonly value?: number })
  /** The lead is a duplicate of another, which goes on in its place. */
  | (EventBase & { readonly type: "merged"; readonly into: LeadId });

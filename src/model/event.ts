import type { CloseResult } from "./decision.js";
import type { RepId } from "./id.js";
import type { EpochMs } from "./instant.js";

/**
 * What every event holds.
 *
 * @since 0.1.0
 */
export interface EventBase {
  /** Unique for the lead: the same id again changes nothing. */
  readonly id: string;
  readonly atMs: EpochMs;
}

/**
 * What happened to a lead after it was decided.
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
  | (EventBase & { readonly type: "expired" })
  | (EventBase & { readonly type: "woken" })
  /** The holder gives the lead back, or it is taken back. */
  | (EventBase & { readonly type: "returned"; readonly reason?: string })
  /** Somebody moves the lead to a named rep by hand. */
  | (EventBase & { readonly type: "reassigned"; readonly to: RepId; readonly by?: string })
  | (EventBase & { readonly type: "closed"; readonly result: CloseResult; readonly value?: number });

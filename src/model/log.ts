import type { Decision } from "./decision.js";
import type { LeadEvent } from "./event.js";
import type { LeadId } from "./id.js";
import type { EpochMs } from "./instant.js";
import type { Lead } from "./lead.js";
import type { Roster } from "./roster.js";
import type { State } from "./state.js";

/**
 * One input of a strategy as a host keeps it: a lead that came in, something that happened to one, or a state
 * that was changed by other means (`forget`, `reconcile`, `adoptCounts`, `renameLedger`).
 *
 * @since 0.1.0
 */
export type LogEntry =
  | { readonly type: "lead"; readonly lead: Lead; readonly roster: Roster; readonly nowMs?: EpochMs }
  | {
      readonly type: "event";
      readonly leadId: LeadId;
      readonly event: LeadEvent;
      readonly roster: Roster;
      /** The lead as it was then, where it had changed. */
      readonly lead?: Lead;
    }
  | { readonly type: "state"; readonly state: State };

/**
 * One lead as a host keeps it: what is known of it, and where it stands.
 *
 * @since 0.1.0
 */
export interface StoredLead {
  readonly lead: Lead;
  readonly decision: Decision;
}

/**
 * The inputs of a strategy in their order: folding them from the first state gives every decision again, byte for byte.
 *
 * @since 0.1.0
 */
export interface Log {
  readonly first: State;
  readonly entries: Iterable<LogEntry>;
}

/**
 * One answer about a lead: where it stood, what happened, and where it stands.
 *
 * @since 0.1.0
 */
export interface LeadChange extends StoredLead {
  /** Absent: the lead came in for the first time. */
  readonly before?: Decision | undefined;
  /** Absent: the lead came in. */
  readonly event?: LeadEvent | undefined;
  /** The roster of then. Absent: nothing about working time can be said. */
  readonly roster?: Roster | undefined;
}

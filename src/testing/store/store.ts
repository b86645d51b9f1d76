import type { LeadId } from "../../model/id.js";
import type { StoredLead } from "../../model/log.js";
import type { Effect } from "../../model/outcome.js";
import type { State } from "../../model/state.js";

/**
 * What a host reads before it asks a strategy: state and lead as of one moment.
 *
 * @since 0.1.0
 */
export interface Read {
  readonly state: State;
  /** Absent: the lead is new. */
  readonly stored?: StoredLead;
}

/**
 * What a host keeps of an outcome, all of it or nothing.
 *
 * @since 0.1.0
 */
export interface Write extends StoredLead {
  readonly state: State;
  /** To be done once the rest is kept, and done once by their ids. */
  readonly effects: readonly Effect[];
}

/**
 * Where a host keeps one state and its leads, as {@link storeContract} asks for it.
 *
 * @since 0.1.0
 */
export interface Store {
  /**
   * Reads state and lead together, has `change` say what to keep, and keeps that in one transaction, provided that
   * neither has changed since: else it reads and asks again. `undefined` keeps nothing. `change` is pure, so it may be
   * asked any number of times; what it throws is thrown on and keeps nothing. "Neither has changed" is both numbers, the
   * state's `version` and the decision's `revision`; a lead that was new must still be.
   */
  readonly transact: (leadId: LeadId, change: (read: Read) => Write | undefined) => Promise<void>;
  /** Everything that is kept, as of one moment; effects in any order, each once. */
  readonly everything: () => Promise<{
    readonly state: State;
    readonly leads: readonly StoredLead[];
    readonly effects: readonly Effect[];
  }>;
}

import type { Either } from "fp-ts/lib/Either.js";
import type { Decision } from "./decision.js";
import type { LeadEvent } from "./event.js";
import type { EpochMs } from "./instant.js";
import type { Lead } from "./lead.js";
import type { Outcome } from "./outcome.js";
import type { Problems } from "./problem.js";
import type { Roster } from "./roster.js";
import type { Candidate } from "./selector.js";
import type { State } from "./state.js";

/**
 * What may be said beside lead, event, roster and state.
 *
 * @since 0.1.0
 */
export interface RespondOptions {
  /** Puts the reasoning into the outcome. Absent: no, and it costs nothing. */
  readonly explain?: boolean;
}

/**
 * What may be said beside lead, roster and state.
 *
 * @since 0.1.0
 */
export interface DecideOptions extends RespondOptions {
  /** The moment of deciding. Absent: the lead's `receivedAtMs`. Never before the `earlier` decision. */
  readonly nowMs?: EpochMs;
  /** The decision already stored for this lead: unless it is `unassigned`, it is the answer and nothing changes. */
  readonly earlier?: Decision | undefined;
}

/**
 * Decides who gets a lead: a pure function of its arguments.
 *
 * Finding nobody is a decision. Bad input is a `Left` that names every fault; nothing throws.
 *
 * @since 0.1.0
 */
export interface Strategy {
  (lead: Lead, roster: Roster, state: State, options?: DecideOptions): Either<Problems, Outcome>;

  /**
   * What an event does to a lead decided earlier. An event id seen before changes nothing. The branch on the
   * decision's `path` answers, whatever the lead says by now.
   */
  readonly respond: (
    lead: Lead,
    decision: Decision,
    event: LeadEvent,
    roster: Roster,
    state: State,
    options?: RespondOptions,
  ) => Either<Problems, Outcome>;

  /** Who may have the lead now, sorted by id; what the selector would order. Decides nothing. */
  readonly candidates: (
    lead: Lead,
    roster: Roster,
    state: State,
    options?: Pick<DecideOptions, "nowMs">,
  ) => Either<Problems, readonly Candidate[]>;

  /** Changes when the structure, a name or a literal of the strategy does. */
  readonly fingerprint: string;
}

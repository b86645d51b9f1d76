import type { Either } from "fp-ts/lib/Either.js";
import type { LeadId } from "../model/id.js";
import type { LeadChange, Log, StoredLead } from "../model/log.js";
import type { Outcome } from "../model/outcome.js";
import type { Problems } from "../model/problem.js";
import type { State } from "../model/state.js";
import type { Strategy } from "../model/strategy.js";
import { foldLog } from "./foldLog.js";

/**
 * Options of {@link replay}.
 *
 * @since 0.1.0
 */
export interface ReplayOptions {
  /** Told of every answer as it is given, with the lead that it is about and where that stood before, as {@link keyFigures} takes it. */
  readonly each?: (outcome: Outcome, leadId: LeadId, change: LeadChange) => void;
  /**
   * Closed leads are forgotten, so that memory grows with the open ones alone. Events about leads that are not known are
   * then passed over and counted, and a lead that comes in again after it was closed is new. Absent: no.
   */
  readonly forgetClosed?: boolean;
}

/**
 * What stands at the end of a log.
 *
 * @since 0.1.0
 */
export interface Replay {
  readonly state: State;
  /** The leads that are known by then: without `forgetClosed`, all. */
  readonly leads: ReadonlyMap<LeadId, StoredLead>;
  /** How many events were about leads that are not known. */
  readonly passedOver: number;
}

/**
 * Folds a log of inputs: every decision again, and where state and leads stand at its end.
 *
 * Entries are answered in their order, each with the state that the one before left and the decision that its lead had. A
 * lead that comes in again is answered as a retried intake.
 *
 * @remarks
 * - **Errors:** an input that the strategy refuses, an entry that is none, and an event about a lead that never came in, with
 *   their place in the log. What `each` throws is a problem too.
 * - **Promise:** byte for byte what was decided, as long as strategy and log are the same.
 * - **Cost:** one decision for each entry. Memory for the leads, without `forgetClosed` for the closed ones too.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: rotation() });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
 * const log: Log = {
 *   first: emptyState({ seed: "s" }),
 *   entries: [
 *     { type: "lead", lead: { id: "l1", receivedAtMs: 0 }, roster },
 *     { type: "event", leadId: "l1", event: { id: "e1", atMs: 5, type: "returned" }, roster },
 *   ],
 * };
 * const holders: unknown[] = [];
 * const { state } = unwrap(replay(strategy, log, { each: ({ decision }) => holders.push(holderOf(decision)) }));
 * [holders, state.openLeads]; // => [["ann", "bob"], [0, 1]]
 * ```
 *
 * @since 0.1.0
 */
export const replay = (
  strategy: Strategy,
  log: Log,
  { each, forgetClosed = false }: ReplayOptions = {},
): Either<Problems, Replay> =>
  foldLog(strategy, log, { ...(each === undefined ? {} : { each }), forgetClosed });

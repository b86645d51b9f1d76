import * as E from "fp-ts/lib/Either.js";
import * as Ord from "fp-ts/lib/Ord.js";
import { isNonEmpty, sort } from "fp-ts/lib/ReadonlyArray.js";
import { answer } from "../internal/blame.js";
import type { Refusal } from "../model/delivery.js";
import type { LeadId } from "../model/id.js";
import type { EpochMs } from "../model/instant.js";
import type { StoredLead } from "../model/log.js";
import type { Outcome } from "../model/outcome.js";
import type { Problem, Problems } from "../model/problem.js";
import type { Roster } from "../model/roster.js";
import type { State } from "../model/state.js";
import type { Strategy } from "../model/strategy.js";
import { prepareRoster } from "../roster/prepareRoster.js";
import { readState } from "../state/readState.js";
import { faultsOfWaiting, problemsFromList } from "./faults.js";
import { orderOf, type WaitingOrder } from "./order.js";

/**
 * When leads that wait are given out, and which comes first.
 *
 * @since 0.1.0
 */
export interface DrainOptions {
  readonly nowMs: EpochMs;
  readonly first: WaitingOrder;
  /** Puts the reasoning into each outcome. Absent: no. */
  readonly explain?: boolean;
}

/**
 * What became of one lead that waited: its outcome without the state, of which there is one for all.
 *
 * @since 0.1.0
 */
export interface DrainedLead {
  readonly leadId: LeadId;
  readonly outcome: Omit<Outcome, "state">;
}

/**
 * What became of all, in the order in which they were asked about, and the state after the last.
 *
 * @since 0.1.0
 */
export interface Drained {
  readonly outcomes: readonly DrainedLead[];
  /** The very same object as before when nobody got anything. */
  readonly state: State;
}

const NOT_WAITING: Refusal = { rule: "not-waiting", reason: "the lead is neither put aside nor nobody's" };

/** The same at one moment, so that a lead that was woken then is not woken twice. */
const wakeUp = (nowMs: EpochMs) =>
  ({ id: `drain ${nowMs + 0}`, atMs: nowMs, type: "woken", isEarly: true }) as const;

/** Asks about a lead that nobody has, as a host would by hand. One that nobody may have still keeps its decision as it is. */
const anew = (
  strategy: Strategy,
  { lead, decision }: StoredLead,
  roster: Roster,
  state: State,
  { nowMs, explain = false }: DrainOptions,
): E.Either<Problems, Outcome> => {
  const result = strategy(lead, roster, state, { nowMs, earlier: decision, explain });
  if (E.isLeft(result) || result.right.decision.status !== "unassigned") return result;
  const { explanation } = result.right;
  return E.right({ decision, state, effects: [], ...(explanation && { explanation }) });
};

/** Asks about one lead. One that was put aside by an alternative which has nobody for it now is for all alternatives again. */
const asked = (
  strategy: Strategy,
  stored: StoredLead,
  roster: Roster,
  state: State,
  options: DrainOptions,
): E.Either<Problems, Outcome> => {
  const { lead, decision } = stored;
  if (decision.status === "unassigned") return anew(strategy, stored, roster, state, options);
  if (decision.status !== "parked") return E.right({ decision, state, effects: [], refusal: NOT_WAITING });
  const { nowMs, explain = false } = options;
  const woken = strategy.respond(lead, decision, wakeUp(nowMs), roster, state, { explain });
  if (E.isLeft(woken) || woken.right.decision.status !== "unassigned") return woken;
  const again = anew(strategy, { lead, decision: woken.right.decision }, roster, woken.right.state, options);
  return E.isRight(again) && again.right.decision === woken.right.decision ? woken : again;
};

const faultsIn = (result: E.Either<Problems, unknown>): readonly Problem[] =>
  E.isLeft(result) ? result.left : [];

interface Place {
  readonly stored: StoredLead;
  readonly place: number;
}

/**
 * Gives out leads that wait, one after the other, each with the state that the one before left: when somebody comes in, is
 * back, or has room again.
 *
 * A lead that is put aside is woken, by a `woken` event with `isEarly`: one whose time has come as by its wake; one whose time lies
 * ahead only if somebody may have it who did not give it up, and else it goes on waiting for its own time. A lead that nobody has, or for
 * which the alternative that put it aside has nobody any more, is decided anew, by all alternatives of a combination; whoever gave it up is not asked again. It keeps its decision, the very same object, while
 * nobody may have it. Any other lead is left as it is, with the refusal `not-waiting`.
 *
 * @remarks
 * - **Order:** {@link WaitingOrder}. The order in which they are given never decides.
 * - **Promise:** outcomes and state are those of asking about one after the other by hand, so the account of the strategy holds
 *   for all of them together: with {@link rotation} and {@link weighted} nobody is more than (n-1)/2 leads from its fair share at any
 *   point, and nobody comes to hold more than its {@link capacity}.
 * - **Twice:** draining what came of it again at the same moment changes nothing, unless somebody may have a lead because others got theirs, as
 *   no filter of ours says.
 * - **Errors:** every fault with its place, such as `waiting[3].lead.score`; two entries of one lead; what the strategy refuses. All or nothing: no
 *   lead is given out then.
 * - **Cost:** O(m log m) to order m leads, and one decision for each that waits; two rankings for one that is woken early. The
 *   outcomes hold no state, so they are as small as their decisions.
 *
 * Store all decisions that changed and the state in one transaction. With {@link firstOf}, an alternative that puts a lead aside
 * has found a place for it, and answers for it when it is woken.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [capacity()], selector: rotation() });
 * const leads: readonly Lead[] = [{ id: "l1", receivedAtMs: 0 }, { id: "l2", receivedAtMs: 1, temperature: "hot" }];
 * const full = { reps: [{ id: "ann", capacity: 0 }] };
 * const state = emptyState({ seed: "s" });
 * const waiting = leads.map((lead) => ({ lead, decision: unwrap(strategy(lead, full, state)).decision }));
 * const { outcomes } = unwrap(drain(strategy, waiting, { reps: [{ id: "ann", capacity: 1 }] }, state, { nowMs: 60_000, first: "best" }));
 * outcomes.map(({ leadId, outcome }) => [leadId, outcome.decision.status]); // => [["l2", "assigned"], ["l1", "unassigned"]]
 * ```
 *
 * @since 0.1.0
 */
export const drain = (
  strategy: Strategy,
  waiting: readonly StoredLead[],
  roster: Roster,
  state: State,
  options: DrainOptions,
): E.Either<Problems, Drained> =>
  answer(() => {
    const read = readState(state);
    const faults = [
      ...faultsOfWaiting(waiting, options),
      ...faultsIn(prepareRoster(roster)),
      ...faultsIn(read),
    ];
    if (isNonEmpty(faults)) return E.left(faults);
    if (E.isLeft(read)) return read;
    const byLead = Ord.contramap(({ stored }: Place) => stored.lead)(orderOf(options.first));
    const inOrder = sort(byLead)(waiting.map((stored, place) => ({ stored, place })));
    const outcomes: DrainedLead[] = [];
    let now = read.right;
    for (const { stored, place } of inOrder) {
      const result = asked(strategy, stored, roster, now, options);
      if (E.isLeft(result)) return E.left(problemsFromList(result.left, "waiting", place));
      const { state: next, ...outcome } = result.right;
      now = next;
      outcomes.push({ leadId: stored.lead.id, outcome });
    }
    return E.right({ outcomes, state: now });
  });

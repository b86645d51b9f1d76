import * as E from "fp-ts/lib/Either.js";
import { faultsOf } from "../check/shape.js";
import { answer } from "../internal/blame.js";
import type { Refusal } from "../model/delivery.js";
import type { EpochMs } from "../model/instant.js";
import type { StoredLead } from "../model/log.js";
import type { Outcome } from "../model/outcome.js";
import type { Problems } from "../model/problem.js";
import type { Roster } from "../model/roster.js";
import type { State } from "../model/state.js";
import type { Strategy } from "../model/strategy.js";
import { anew, orAnew } from "./anew.js";
import { optionsWith } from "./faults.js";
import { type Drained, oneByOne } from "./oneByOne.js";
import type { WaitingOrder } from "./order.js";

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

const optionsShape = optionsWith();

const NOT_WAITING: Refusal = { rule: "not-waiting", reason: "the lead is neither put aside nor nobody's" };

/** The same at one moment, so that a lead that was woken then is not woken twice. */
const wakeUp = (nowMs: EpochMs) =>
  ({ id: `drain ${nowMs + 0}`, atMs: nowMs, type: "woken", isEarly: true }) as const;

/** Asks about one lead. */
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
  return orAnew(strategy, lead, woken, roster, options);
};

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
    const faults = faultsOf("options", optionsShape, options);
    return oneByOne({ name: "waiting", leads: waiting, roster, state, faults }, options, (stored, now) =>
      asked(strategy, stored, roster, now, options),
    );
  });

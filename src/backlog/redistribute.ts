import * as E from "fp-ts/lib/Either.js";
import { faultsOf, flag, id } from "../check/shape.js";
import { answer } from "../internal/blame.js";
import { handsOn } from "../internal/handsOn.js";
import type { Refusal } from "../model/delivery.js";
import type { RepId } from "../model/id.js";
import type { StoredLead } from "../model/log.js";
import type { Outcome } from "../model/outcome.js";
import type { Problems } from "../model/problem.js";
import type { Roster } from "../model/roster.js";
import type { State } from "../model/state.js";
import type { Strategy } from "../model/strategy.js";
import { orAnew } from "./anew.js";
import type { DrainOptions } from "./drain.js";
import { optionsWith } from "./faults.js";
import { type Drained, oneByOne } from "./oneByOne.js";

/**
 * Whose leads go to others, and on which terms.
 *
 * @since 0.1.0
 */
export interface RedistributeOptions extends DrainOptions {
  /** Who left or is away. */
  readonly from: RepId;
  /** The decisions keep that this rep is to have the leads back ({@link bringBack}). Absent: no. */
  readonly isTemporary?: boolean;
  /** A lead that nobody else may have stays where it is. Absent: nobody has it then, and the manager is told. */
  readonly keepWhereNobody?: boolean;
}

const optionsShape = optionsWith({ from: id }, { isTemporary: flag, keepWhereNobody: flag });

const NOT_CONCERNED: Refusal = {
  rule: "not-concerned",
  reason: "the rep neither holds the lead nor has an open offer of it",
};

const NOBODY_ELSE: Refusal = { rule: "nobody-else", reason: "nobody else may have the lead" };

/** The same at one moment, so that a lead is not taken from one rep twice. */
const release = ({ from, nowMs, isTemporary = false }: RedistributeOptions) =>
  ({
    id: `released by ${JSON.stringify(from)} ${nowMs + 0}`,
    atMs: nowMs,
    type: "released",
    repId: from,
    ...(isTemporary ? { isTemporary } : {}),
  }) as const;

/** Asks about one lead: it moves if it must. */
const asked = (
  strategy: Strategy,
  { lead, decision }: StoredLead,
  roster: Roster,
  state: State,
  options: RedistributeOptions,
): E.Either<Problems, Outcome> => {
  const { status } = decision;
  const isHeld = status === "assigned" || status === "offered";
  if (!isHeld || !handsOn(decision).includes(options.from))
    return E.right({ decision, state, effects: [], refusal: NOT_CONCERNED });
  const { explain = false, keepWhereNobody = false } = options;
  const released = strategy.respond(lead, decision, release(options), roster, state, { explain });
  const result = orAnew(strategy, lead, released, roster, options);
  const isLost = E.isRight(result) && result.right.decision.status === "unassigned";
  return isLost && keepWhereNobody && status === "assigned"
    ? E.right({ decision, state, effects: [], refusal: NOBODY_ELSE })
    : result;
};

/**
 * Gives the leads of a rep who left or is away to others, one after the other, each with the state that the one before left.
 *
 * Every lead that the rep holds is taken from it and dealt on by the strategy, once, by a `released` event; every open offer to it is withdrawn without a lost turn, and the next is asked. Nothing else moves: any other lead keeps its
 * decision, the very same object, with the refusal `not-concerned`. Leads in a pool need nothing, since filters are asked when one is claimed. What nobody else may have is `unassigned`
 * for the manager, or stays with the rep if `keepWhereNobody` says so (refused as `nobody-else`).
 *
 * @remarks
 * - **Order:** {@link WaitingOrder}. The order in which leads are given never decides.
 * - **Fewest moves:** exactly the leads that must move do, each one once, so no redistribution moves fewer.
 * - **Promise:** outcomes and state are those of telling one `released` after the other by hand, so the bounds of the strategy hold for all of them together: with {@link rotation} and {@link weighted}
 *   whoever is left is no more than (n-1)/2 leads from its fair share of what is dealt out, and nobody comes to hold more than its {@link capacity}. Prices go back to the rep as for returns, at
 *   most `refundsPerRep` of them; each loosens the bound on its side by one lead.
 * - **The roster** says who is there: one that still has the rep as it was deals new leads to it, though not these.
 * - **Errors:** every fault with its place, such as `leads[3].lead.score`; two entries of one lead; what the strategy refuses. All or nothing: no lead moves then. A delivery of your own
 *   that refuses `released` keeps its leads, and the outcome says by which rule.
 * - **Cost:** O(m log m) to order m leads, and one decision for each that moves.
 *
 * Store all decisions that changed and the state in one transaction.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [available()], selector: rotation() });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd" }] };
 * let state = emptyState({ seed: "s" });
 * const leads = ["l1", "l2", "l3", "l4"].map((id, receivedAtMs) => {
 *   const lead = { id, receivedAtMs };
 *   const outcome = unwrap(strategy(lead, roster, state));
 *   state = outcome.state;
 *   return { lead, decision: outcome.decision };
 * });
 * const without = { reps: [{ id: "ann", active: false }, { id: "bob" }, { id: "cyd" }] };
 * const { outcomes } = unwrap(redistribute(strategy, leads, without, state, { from: "ann", nowMs: 60_000, first: "oldest" }));
 * outcomes.map(({ outcome }) => holderOf(outcome.decision)); // => ["bob", "bob", "cyd", "cyd"]
 * ```
 *
 * @since 0.1.0
 */
export const redistribute = (
  strategy: Strategy,
  leads: readonly StoredLead[],
  roster: Roster,
  state: State,
  options: RedistributeOptions,
): E.Either<Problems, Drained> =>
  answer(() => {
    const faults = faultsOf("options", optionsShape, options);
    return oneByOne({ name: "leads", leads, roster, state, faults }, options, (stored, now) =>
      asked(strategy, stored, roster, now, options),
    );
  });

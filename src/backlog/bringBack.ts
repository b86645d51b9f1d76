import * as E from "fp-ts/lib/Either.js";
import { faultsOf, flag, id } from "../check/shape.js";
import { answer } from "../internal/blame.js";
import type { Refusal } from "../model/delivery.js";
import type { RepId } from "../model/id.js";
import type { StoredLead } from "../model/log.js";
import type { Outcome } from "../model/outcome.js";
import type { Problems } from "../model/problem.js";
import type { Roster } from "../model/roster.js";
import type { State } from "../model/state.js";
import type { Strategy } from "../model/strategy.js";
import type { DrainOptions } from "./drain.js";
import { optionsWith } from "./faults.js";
import { type Drained, oneByOne } from "./oneByOne.js";

/**
 * Who is back, and what goes back to it.
 *
 * @since 0.1.0
 */
export interface BringBackOptions extends Omit<DrainOptions, "explain"> {
  /** Who is back. */
  readonly to: RepId;
  /** Leads with which somebody has made first contact meanwhile stay where they are. Absent: they go back too. */
  readonly untouchedOnly?: boolean;
}

const optionsShape = optionsWith({ to: id }, { untouchedOnly: flag });

const NOT_LENT: Refusal = { rule: "not-lent", reason: "the lead is not to go back to this rep" };
const WORKED: Refusal = { rule: "worked-already", reason: "first contact was made before" };

/** The same at one moment, so that a lead does not go back twice. */
const handBack = ({ to, nowMs }: BringBackOptions) =>
  ({ id: `back to ${JSON.stringify(to)} ${nowMs + 0}`, atMs: nowMs, type: "reassigned", to }) as const;

/** Asks about one lead: it goes back if it is lent, and every filter lets it through. */
const asked = (
  strategy: Strategy,
  { lead, decision }: StoredLead,
  roster: Roster,
  state: State,
  options: BringBackOptions,
): E.Either<Problems, Outcome> => {
  const stays = (refusal: Refusal) => E.right({ decision, state, effects: [], refusal });
  if (decision.lentBy !== options.to) return stays(NOT_LENT);
  const isTouched = decision.status === "assigned" && decision.workedAtMs !== undefined;
  if (isTouched && options.untouchedOnly === true) return stays(WORKED);
  return strategy.respond(lead, decision, handBack(options), roster, state);
};

/**
 * Gives leads that were lent for a time back to the rep who had them, one after the other, each with the state that the one before left.
 *
 * Lent is a lead that {@link redistribute} took with `isTemporary`: its decision says whose it is (`lentBy`), wherever it stands since, until somebody moves it by hand or it is closed. It goes
 * back by a `reassigned` event if every filter lets the rep have it; else it stays, with the filter's refusal, and may go back later. Any other lead keeps its decision, the very same
 * object, with the refusal `not-lent`.
 *
 * @remarks
 * - **Order:** {@link WaitingOrder}, for a rep who has no room for all of them.
 * - **Fewest moves:** only lent leads move, each once. What went back is lent no more, so the same call again moves nothing.
 * - **Accounts:** as for every move by hand nothing is booked for the rep, and whoever stood in gets the price back, at most `refundsPerRep` times.
 * - **Errors:** those of {@link redistribute}.
 * - **Cost:** O(m log m) to order m leads, and the filters once for each that is lent.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [available()], selector: rotation() });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
 * const away = { reps: [{ id: "ann", presence: "away" }, { id: "bob" }] } as const;
 * const lead = { id: "l1", receivedAtMs: 0 };
 * const given = unwrap(strategy(lead, roster, emptyState({ seed: "s" })));
 * const leave = { from: "ann", nowMs: 1, isTemporary: true, first: "oldest" } as const;
 * const lent = unwrap(redistribute(strategy, [{ lead, decision: given.decision }], away, given.state, leave));
 * const decisions = lent.outcomes.map(({ outcome }) => outcome.decision);
 * const leads = decisions.map((decision) => ({ lead, decision }));
 * const back = unwrap(bringBack(strategy, leads, roster, lent.state, { to: "ann", nowMs: 2, first: "oldest" }));
 * [decisions.map(holderOf), back.outcomes.map(({ outcome }) => holderOf(outcome.decision))]; // => [["bob"], ["ann"]]
 * ```
 *
 * @since 0.1.0
 */
export const bringBack = (
  strategy: Strategy,
  leads: readonly StoredLead[],
  roster: Roster,
  state: State,
  options: BringBackOptions,
): E.Either<Problems, Drained> =>
  answer(() => {
    const faults = faultsOf("options", optionsShape, options);
    return oneByOne({ name: "leads", leads, roster, state, faults }, options, (stored, now) =>
      asked(strategy, stored, roster, now, options),
    );
  });

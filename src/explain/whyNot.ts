import * as E from "fp-ts/lib/Either.js";
import { answer } from "../internal/blame.js";
import { handsOn } from "../internal/handsOn.js";
import type { Explanation } from "../model/explanation.js";
import type { LeadId, RepId } from "../model/id.js";
import type { Lead } from "../model/lead.js";
import type { Problems } from "../model/problem.js";
import type { Rep } from "../model/rep.js";
import type { Roster } from "../model/roster.js";
import type { State } from "../model/state.js";
import type { DecideOptions, Strategy } from "../model/strategy.js";
import { type CreditChange, credits } from "./changes/credits.js";
import type { RepChange } from "./changes/repChange.js";
import { repChanges } from "./changes/repChanges.js";
import { explain } from "./explain.js";

/**
 * What stood between a rep and a lead.
 *
 * @since 0.1.0
 */
export interface WhyNot {
  readonly leadId: LeadId;
  readonly repId: RepId;
  /** Whether the rep has the lead, is offered it, or may claim it as things are; then `changes` is empty. */
  readonly won: boolean;
  /** For each kind of change the smallest that would have made the rep win; empty where no change of one kind would, and for a lead that is hidden. */
  readonly changes: readonly (RepChange | CreditChange)[];
  readonly explanation: Explanation;
}

/** The roster with one rep's record replaced. */
const withRep = (roster: Roster, changed: Rep): Roster => ({
  ...roster,
  reps: roster.reps.map((rep) => (rep.id === changed.id ? changed : rep)),
});

/**
 * Says what it would have taken: for each kind of change the smallest that would have made the rep win.
 *
 * A change is of one kind: skills raised to what the lead needs, one language, the lead's region, its team or
 * role or another name, experience, being there, so much capacity, a weight where it is 0, or so many credits; not
 * what it won so far, which nobody can change. Each is found by making it and asking the strategy again, so it holds
 * whatever the filters and the selector are. Winning means to be given the lead, to be offered it, or to be allowed to
 * claim it. Give the state from *before* the decision.
 *
 * @remarks
 * - **Smallest:** no smaller change of the same kind wins: no skill can be left out and none be lower, no lower
 *   whole capacity, not one credit less. Of languages the first in the lead's order that wins. Numbers are found by halving, so
 *   this holds where more of a kind never hurts, as with all parts of ours.
 * - **Blind:** of a lead that lies in a blind pool no change is said, since it would tell what the lead asks for.
 * - **Units:** credits; divide by {@link CREDITS_PER_LEAD} to read them as leads.
 * - **Errors:** those of {@link explain}; a rep who is not on the roster.
 * - **Cost:** one decision for each language and two for each skill that is missing, and some sixty for each ledger asked,
 *   each on a changed roster or state.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [expertise()], selector: rotation() });
 * const roster = { reps: [{ id: "ann", skills: { crm: 1 } }, { id: "bob", skills: { crm: 5 } }] };
 * const lead = { id: "l1", receivedAtMs: 0, needs: { crm: 3 } };
 * const { changes } = unwrap(whyNot(strategy, "ann", lead, roster, emptyState({ seed: "s" })));
 * changes.map(({ kind, says }) => [kind, says]); // => [["skills", "skill crm at 3 instead of 1"]]
 * ```
 *
 * @since 0.1.0
 */
export const whyNot = (
  strategy: Strategy,
  repId: RepId,
  lead: Lead,
  roster: Roster,
  state: State,
  options: Omit<DecideOptions, "explain"> = {},
): E.Either<Problems, WhyNot> =>
  answer(() => {
    const explained = explain(strategy, lead, roster, state, options);
    if (E.isLeft(explained)) return explained;
    const explanation = explained.right;
    const rep = roster.reps.find(({ id }) => id === repId);
    if (rep === undefined) return E.left([{ path: ["repId"], message: "is not on the roster" }]);
    const winsWith = (otherRoster: Roster, otherState: State): boolean => {
      const result = strategy(lead, otherRoster, otherState, options);
      return E.isRight(result) && handsOn(result.right.decision).includes(repId);
    };
    const won = explanation.given.includes(repId);
    const changes =
      won || explanation.isHidden === true
        ? []
        : [
            ...repChanges({ lead, rep, state, nowMs: explanation.atMs }, (changed) =>
              winsWith(withRep(roster, changed), state),
            ),
            ...credits(explanation, repId, state, (changed) => winsWith(roster, changed)),
          ];
    return E.right({ leadId: lead.id, repId, won, changes, explanation });
  });

import * as E from "fp-ts/lib/Either.js";
import type { EpochMs } from "../model/instant.js";
import type { Lead } from "../model/lead.js";
import type { StoredLead } from "../model/log.js";
import type { Outcome } from "../model/outcome.js";
import type { Problems } from "../model/problem.js";
import type { Roster } from "../model/roster.js";
import type { State } from "../model/state.js";
import type { Strategy } from "../model/strategy.js";

/** When it is asked, and whether the reasoning is. */
interface When {
  readonly nowMs: EpochMs;
  readonly explain?: boolean;
}

/** Asks about a lead that nobody has, as a host would by hand. One that nobody may have still keeps its decision as it is. */
export const anew = (
  strategy: Strategy,
  { lead, decision }: StoredLead,
  roster: Roster,
  state: State,
  { nowMs, explain = false }: When,
): E.Either<Problems, Outcome> => {
  const result = strategy(lead, roster, state, { nowMs, earlier: decision, explain });
  if (E.isLeft(result) || result.right.decision.status !== "unassigned") return result;
  const { explanation } = result.right;
  return E.right({ decision, state, effects: [], ...(explanation && { explanation }) });
};

/**
 * What an event came to. A lead for which the alternative that answered has nobody is for all alternatives again; the manager is told
 * only where none of them has.
 */
export const orAnew = (
  strategy: Strategy,
  lead: Lead,
  answered: E.Either<Problems, Outcome>,
  roster: Roster,
  when: When,
): E.Either<Problems, Outcome> => {
  if (E.isLeft(answered) || answered.right.decision.status !== "unassigned") return answered;
  const { decision, state, effects } = answered.right;
  const again = anew(strategy, { lead, decision }, roster, state, when);
  if (E.isLeft(again)) return again;
  if (again.right.decision === decision) return answered;
  const told = effects.filter(({ type }) => type !== "escalate");
  return E.right({ ...again.right, effects: [...told, ...again.right.effects] });
};

import * as E from "fp-ts/lib/Either.js";
import type { Fairness } from "../../measure/fairness.js";
import { fairnessOf } from "../../measure/fairnessOf.js";
import type { MeasuredLead } from "../../measure/measuredLead.js";
import type { Decision } from "../../model/decision.js";
import { holderOf } from "../../model/holderOf.js";
import type { Lead } from "../../model/lead.js";
import type { Problems } from "../../model/problem.js";
import type { Rep } from "../../model/rep.js";
import type { Roster } from "../../model/roster.js";
import type { State } from "../../model/state.js";
import { type Load, reconcile } from "../../state/reconcile.js";
import { desk } from "./desk.js";

/** A lead with the decision about it. */
export interface Routed {
  readonly lead: Lead;
  readonly decision: Decision;
}

/** A run of the desk over some leads. */
export interface Run {
  readonly reps: readonly Rep[];
  /** In the order of deciding. */
  readonly routed: readonly Routed[];
  readonly before: State;
  readonly after: State;
  readonly fairness: Fairness;
}

/** In order of arrival; leads of one moment in the order of the file. */
const inOrder = (leads: readonly Lead[]): readonly Lead[] =>
  [...leads].sort((a, b) => a.receivedAtMs - b.receivedAtMs);

const loadsOf = (reps: readonly Rep[]): readonly Load[] =>
  reps
    .filter(({ openLeads, openEffort }) => openLeads !== undefined || openEffort !== undefined)
    .map(({ id, openLeads, openEffort }) => ({
      repId: id,
      ...(openLeads === undefined ? {} : { openLeads }),
      ...(openEffort === undefined ? {} : { openEffort }),
    }));

/** The roster without its own load: from the start on the state counts, so that load moves. */
const withoutLoads = ({ reps, ...rest }: Roster): Roster => ({
  ...rest,
  reps: reps.map(({ openLeads: _, openEffort: __, ...rep }) => rep),
});

/**
 * Deals leads to reps, one after the other. A rep's `openLeads` and `openEffort` are its load at the start of the run.
 *
 * A `Left` names what is wrong with the reps together, since each lead and rep is good by itself.
 */
export const route = (leads: readonly Lead[], given: Roster, before: State): E.Either<Problems, Run> => {
  const { reps } = given;
  const roster = withoutLoads(given);
  const routed: Routed[] = [];
  let state: E.Either<Problems, State> = reconcile(before, loadsOf(reps));

  /** Measured while it is dealt, so that the candidates of a lead need not be kept. */
  function* deal(): Generator<MeasuredLead> {
    for (const lead of inOrder(leads)) {
      if (E.isLeft(state)) return;
      const candidates = desk.candidates(lead, roster, state.right);
      const outcome = desk(lead, roster, state.right);
      state = E.map((known: { readonly state: State }) => known.state)(outcome);
      if (E.isLeft(candidates) || E.isLeft(outcome)) return;
      const { decision } = outcome.right;
      routed.push({ lead, decision });
      yield { candidates: candidates.right, repId: holderOf(decision) };
    }
  }

  const fairness = fairnessOf(deal());
  return E.map((after: State) => ({ reps, routed, before, after, fairness }))(state);
};

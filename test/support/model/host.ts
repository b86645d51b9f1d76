import assert from "node:assert/strict";
import {
  type Decision,
  emptyState,
  type Lead,
  type LeadEvent,
  type Outcome,
  type Roster,
  type State,
  type Strategy,
  unwrap,
} from "../../../src/index.js";
import { bytes } from "../../../src/testing/json.js";

/** One call, as a host logs it. */
export type Call =
  | { readonly type: "lead"; readonly lead: Lead; readonly nowMs: number; readonly roster: Roster }
  | { readonly type: "event"; readonly lead: Lead; readonly event: LeadEvent; readonly roster: Roster };

/** A lead with where it stands, as a host keeps it. */
export interface Kept {
  readonly lead: Lead;
  readonly decision: Decision;
}

export const leadIdOf = ({ lead }: Call): string => lead.id;

/** Asks the strategy what a call does, of what is kept. */
export const ask = (strategy: Strategy, state: State, kept: Kept | undefined, call: Call): Outcome => {
  if (call.type === "lead")
    return unwrap(strategy(call.lead, call.roster, state, { nowMs: call.nowMs, earlier: kept?.decision }));
  if (kept === undefined) throw new Error("an event came before its lead");
  return unwrap(strategy.respond(call.lead, kept.decision, call.event, call.roster, state));
};

/** The lead with the outcome of a call. */
export const keep = ({ lead }: Call, { decision }: Outcome): Kept => ({ lead, decision });

/** The last call again: what was answered is answered, what was refused is refused; nothing moves. */
export const comesAgain = (strategy: Strategy, lead: Lead, call: Call, outcome: Outcome): void => {
  const { decision, state, refusal } = outcome;
  if (call.type === "lead" && decision.status === "unassigned") return;
  const again = ask(strategy, state, { lead, decision }, call);
  assert.equal(again.state, state);
  assert.equal(again.decision, decision);
  assert.deepStrictEqual(again.effects, []);
  assert.equal(again.refusal?.rule, refusal?.rule);
};

/** The log again, from the first state: every outcome and the last state are the same bytes. */
export const comesOutAgain = (
  strategy: Strategy,
  seed: string,
  log: readonly Call[],
  outcomes: readonly string[],
): void => {
  const kept = new Map<string, Kept>();
  let state = emptyState({ seed });
  (JSON.parse(bytes(log)) as readonly Call[]).forEach((call, i) => {
    const before = kept.get(leadIdOf(call));
    const outcome = ask(strategy, state, before, call);
    assert.equal(bytes(outcome), outcomes[i]);
    kept.set(leadIdOf(call), keep(call, outcome));
    state = outcome.state;
  });
};

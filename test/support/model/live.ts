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
import { eventOf } from "./eventOf.js";
import type { Intent, Life } from "./intents.js";
import { holdsAfter, nobodyIsOver, partsIn, type Step } from "./invariants.js";

const MOST_LEADS = 12;

/** One call, as a host logs it. */
export type Call =
  | { readonly type: "lead"; readonly lead: Lead; readonly nowMs: number; readonly roster: Roster }
  | { readonly type: "event"; readonly leadId: string; readonly event: LeadEvent; readonly roster: Roster };

/** Looks on, and compares. */
export type Watch = (call: Call, step: Step) => void;

interface Kept {
  readonly lead: Lead;
  readonly decision: Decision;
}

/** Asks the strategy what a call does, of what is kept. */
const ask = (strategy: Strategy, state: State, kept: Kept | undefined, call: Call): Outcome => {
  if (call.type === "lead")
    return unwrap(strategy(call.lead, call.roster, state, { nowMs: call.nowMs, earlier: kept?.decision }));
  if (kept === undefined) throw new Error("an event came before its lead");
  return unwrap(strategy.respond(kept.lead, kept.decision, call.event, call.roster, state));
};

/** The last call again: what was answered is answered, what was refused is refused; nothing moves. */
const comesAgain = (
  strategy: Strategy,
  lead: Lead,
  call: Call,
  { decision, state, refusal }: Outcome,
): void => {
  if (call.type === "lead" && decision.status === "unassigned") return;
  const again = ask(strategy, state, { lead, decision }, call);
  assert.equal(again.state, state);
  assert.equal(again.decision, decision);
  assert.deepStrictEqual(again.effects, []);
  assert.equal(again.refusal?.rule, refusal?.rule);
};

/** What reps were told so far, lead by lead, is where the leads stand; so nobody believes to have what another has. */
const toldIsTrue = (told: Map<string, Map<string, string>>, { decision, effects }: Outcome): void => {
  const parts = told.get(decision.leadId) ?? new Map<string, string>();
  told.set(decision.leadId, parts);
  for (const effect of effects) {
    if (effect.type !== "tell") continue;
    if (effect.what === "withdrawn") parts.delete(effect.repId);
    else parts.set(effect.repId, effect.what);
  }
  if (decision.status === "closed") parts.clear();
  const stands = [...partsIn(decision)].map(([repId, part]) => [repId, part.replace(/ until.*/, "")]);
  assert.deepStrictEqual([...parts].sort(), stands.sort());
};

const effectIdsOf = ({ effects }: Outcome): readonly string[] => effects.map(({ id }) => id);

/** The log again, from the first state: every outcome and the last state are the same bytes. */
const comesOutAgain = (
  strategy: Strategy,
  seed: string,
  log: readonly Call[],
  outcomes: readonly string[],
) => {
  const kept = new Map<string, Kept>();
  let state = emptyState({ seed });
  (JSON.parse(bytes(log)) as readonly Call[]).forEach((call, i) => {
    const leadId = call.type === "lead" ? call.lead.id : call.leadId;
    const outcome = ask(strategy, state, kept.get(leadId), call);
    assert.equal(bytes(outcome), outcomes[i]);
    const lead = call.type === "lead" ? call.lead : (kept.get(leadId) as Kept).lead;
    kept.set(leadId, { lead, decision: outcome.decision });
    state = outcome.state;
  });
};

/** Lives a life with a strategy as a host would, and checks after every call what must hold whatever the strategy. */
export const live = (
  strategy: Strategy,
  { seed, rosters, intents }: Life,
  hasCapacity: boolean,
  watch: Watch = () => undefined,
): void => {
  const kept = new Map<string, Kept>();
  const told = new Map<string, Map<string, string>>();
  const log: Call[] = [];
  const outcomes: string[] = [];
  const effectIds = new Set<string>();
  const eventIds: string[] = [];
  let roster: Roster = rosters[0];
  let state = emptyState({ seed });
  let clockMs = 0;

  const callFor = (intent: Exclude<Intent, { readonly type: "roster" }>): Call => {
    const isOver = ({ decision }: Kept) => decision.status === "closed";
    const leads = [...kept.values()].reverse().sort((a, b) => Number(isOver(a)) - Number(isOver(b)));
    const about = intent.type === "lead" ? undefined : leads[intent.about % Math.max(1, leads.length)];
    if (about === undefined && leads.length < MOST_LEADS) {
      const owner =
        intent.type === "lead" && intent.owner !== undefined ? roster.reps[intent.owner] : undefined;
      const ownerId = owner === undefined ? {} : { ownerId: owner.id };
      const lead = { id: `lead ${leads.length}`, receivedAtMs: clockMs, ...ownerId };
      return { type: "lead", lead, nowMs: clockMs, roster };
    }
    const { lead, decision } = about ?? (leads[0] as Kept);
    // A lead that comes in again comes after its last change: see the test of retried intake.
    if (intent.type !== "event")
      return { type: "lead", lead, nowMs: Math.max(clockMs, decision.atMs), roster };
    const { sameAs } = intent;
    const used = sameAs === undefined ? undefined : eventIds.at(-1 - sameAs);
    const eventId = used ?? `event ${eventIds.length}`;
    if (used === undefined) eventIds.push(eventId);
    const event = eventOf(intent, { decision, roster, clockMs, eventId });
    return { type: "event", leadId: lead.id, event, roster };
  };

  for (const intent of intents) {
    if (intent.type === "roster") {
      roster = rosters[intent.to % rosters.length] as Roster;
      continue;
    }
    clockMs += intent.passMs;
    const call = callFor(intent);
    const leadId = call.type === "lead" ? call.lead.id : call.leadId;
    const known = kept.get(leadId);
    const lead = call.type === "lead" ? call.lead : (known as Kept).lead;
    const outcome = ask(strategy, state, known, call);
    const step: Step = { roster, stateBefore: state, before: known?.decision, outcome };
    kept.set(leadId, { lead, decision: outcome.decision });
    holdsAfter(
      step,
      [...kept.values()].map(({ decision }) => decision),
    );
    if (hasCapacity) nobodyIsOver(step);
    comesAgain(strategy, lead, call, outcome);
    toldIsTrue(told, outcome);
    for (const id of effectIdsOf(outcome)) {
      assert.ok(!effectIds.has(id), "two effects have one id");
      effectIds.add(id);
    }
    watch(call, step);
    log.push(call);
    outcomes.push(bytes(outcome));
    state = outcome.state;
  }
  comesOutAgain(strategy, seed, log, outcomes);
};

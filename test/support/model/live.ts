import assert from "node:assert/strict";
import { emptyState, type Outcome, type Roster, type Strategy } from "../../../src/index.js";
import { bytes } from "../../../src/testing/json.js";
import { callOf } from "./callOf.js";
import { ask, type Call, comesAgain, comesOutAgain, type Kept, keep, leadIdOf } from "./host.js";
import type { Life } from "./intents.js";
import { holdsAfter, nobodyIsOver, partsIn, type Step } from "./invariants.js";

/** Looks on, and compares. */
export type Watch = (call: Call, step: Step) => void;

/** What reps were told so far, lead by lead, is where the leads stand; so nobody believes to have what another has. */
const toldIsTrue = (told: Map<string, Map<string, string>>, { decision, effects }: Outcome): void => {
  const parts = told.get(decision.leadId) ?? new Map<string, string>();
  told.set(decision.leadId, parts);
  for (const effect of effects) {
    if (effect.type !== "tell" || effect.what === "reminded") continue;
    if (effect.what === "withdrawn") parts.delete(effect.repId);
    else parts.set(effect.repId, effect.what);
  }
  if (decision.status === "closed") parts.clear();
  const stands = [...partsIn(decision)].map(([repId, part]) => [repId, part.replace(/ until.*/, "")]);
  assert.deepStrictEqual([...parts].sort(), stands.sort());
};

/** No two effects of a life have one id. */
const idsAreNew = (known: Set<string>, { effects }: Outcome): void => {
  for (const { id } of effects) {
    assert.ok(!known.has(id), "two effects have one id");
    known.add(id);
  }
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
  const effectIds = new Set<string>();
  const eventIds: string[] = [];
  const log: Call[] = [];
  const outcomes: string[] = [];
  let roster: Roster = rosters[0];
  let state = emptyState({ seed });
  let clockMs = 0;
  for (const intent of intents) {
    if (intent.type === "roster") {
      roster = rosters[intent.to % rosters.length] as Roster;
      continue;
    }
    clockMs += intent.passMs;
    const call = callOf(intent, { kept, roster, clockMs, eventIds });
    const known = kept.get(leadIdOf(call));
    const outcome = ask(strategy, state, known, call);
    const now = keep(call, outcome);
    kept.set(leadIdOf(call), now);
    const step: Step = { roster, stateBefore: state, before: known?.decision, outcome };
    const decisions = [...kept.values()].map(({ decision }) => decision);
    holdsAfter(step, decisions);
    if (hasCapacity) nobodyIsOver(step);
    comesAgain(strategy, now.lead, call, outcome);
    toldIsTrue(told, outcome);
    idsAreNew(effectIds, outcome);
    watch(call, step);
    log.push(call);
    outcomes.push(bytes(outcome));
    state = outcome.state;
  }
  comesOutAgain(strategy, seed, log, outcomes);
};

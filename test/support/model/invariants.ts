import assert from "node:assert/strict";
import type { Decision, Effect, Outcome, Roster, State } from "../../../src/index.js";

/** One call: what was there before it, and what came of it. */
export interface Step {
  readonly roster: Roster;
  readonly stateBefore: State;
  readonly before: Decision | undefined;
  readonly outcome: Outcome;
}

/** A lead or an offer that a rep has. */
interface Weighed {
  readonly repId: string;
  readonly effort?: number;
}

/** What each rep has to do with a lead, in words. */
export const partsIn = (decision: Decision | undefined): ReadonlyMap<string, string> => {
  const parts = new Map<string, string>();
  if (decision?.status === "assigned") parts.set(decision.repId, "assigned");
  if (decision?.status === "offered")
    for (const { repId, untilMs } of decision.offers) parts.set(repId, `offered until ${untilMs}`);
  if (decision?.status === "pooled")
    for (const repId of decision.mayClaim ?? []) parts.set(repId, "claimable");
  return parts;
};

const wakeOf = (decision: Decision | undefined): number | undefined =>
  decision !== undefined && "wakeAtMs" in decision ? decision.wakeAtMs : undefined;

const remindersOf = (decision: Decision | undefined): number =>
  decision?.status === "assigned" ? (decision.reminded ?? 0) : 0;

/** What the difference of two places asks of the host, in words. */
const asked = (before: Decision | undefined, after: Decision): readonly string[] => {
  const [had, has] = [partsIn(before), partsIn(after)];
  const words: string[] = [];
  const ownerCloses = before?.status === "assigned" && after.status === "closed";
  for (const repId of had.keys()) if (!has.has(repId) && !ownerCloses) words.push(`withdrawn ${repId}`);
  for (const [repId, part] of has)
    if (had.get(repId) !== part) words.push(`${part.replace(/ until.*/, "")} ${repId}`);
  if (remindersOf(after) > remindersOf(before)) words.push(`reminded ${[...has.keys()].join()}`);
  const wakeAtMs = wakeOf(after);
  if (wakeAtMs !== undefined && wakeAtMs !== wakeOf(before)) words.push(`wake ${wakeAtMs}`);
  if (after.status === "unassigned" && before?.status !== "unassigned")
    words.push(`escalate ${after.reason}`);
  return words.sort();
};

const worded = (effect: Effect): string => {
  if (effect.type === "tell") return `${effect.what} ${effect.repId}`;
  return effect.type === "wake" ? `wake ${effect.atMs}` : `escalate ${effect.reason}`;
};

/** The counters are what the leads themselves say, counted again from nothing. */
export const countersAreTheFold = (state: State, decisions: readonly Decision[]): void => {
  const leads = decisions.filter((decision) => decision.status === "assigned");
  const offers = decisions.flatMap((decision) => (decision.status === "offered" ? decision.offers : []));
  const counted = (all: readonly Weighed[], weigh: (one: Weighed) => number) =>
    state.ids.map((id) =>
      all.filter(({ repId }) => repId === id).reduce((sum, each) => sum + weigh(each), 0),
    );
  const effortOf = ({ effort = 1 }: Weighed) => effort;
  assert.deepStrictEqual(
    state.openLeads,
    counted(leads, () => 1),
  );
  assert.deepStrictEqual(
    state.openOffers,
    counted(offers, () => 1),
  );
  assert.deepStrictEqual(state.openEffort, counted(leads, effortOf));
  assert.deepStrictEqual(state.offeredEffort, counted(offers, effortOf));
  for (const { repId } of [...leads, ...offers])
    assert.ok(state.ids.includes(repId), "a holder has no account");
};

export const accountsAddUp = ({ ledgers }: State): void => {
  for (const { credits, outside } of ledgers)
    assert.equal(
      credits.reduce((sum, credit) => sum + BigInt(credit), BigInt(outside)),
      0n,
    );
};

/** What open leads and open offers of a rep weigh together. */
export const held = (state: State, repId: string): number => {
  const place = state.ids.indexOf(repId);
  return (state.openEffort[place] ?? 0) + (state.offeredEffort[place] ?? 0);
};

/** Whoever holds more than before holds no more than it may, where the roster does not bring its own count. */
export const nobodyIsOver = ({ roster, stateBefore, outcome: { state } }: Step): void => {
  for (const { id, capacity, openLeads, openEffort } of roster.reps) {
    if (capacity === undefined || openLeads !== undefined || openEffort !== undefined) continue;
    const now = held(state, id);
    assert.ok(
      now <= Math.max(capacity, held(stateBefore, id)),
      `${JSON.stringify(id)} holds ${now} of ${capacity}`,
    );
  }
};

/** Whether the lead is somewhere. */
export const stands = (decision: Decision): boolean => {
  switch (decision.status) {
    case "assigned":
    case "closed":
      return true;
    case "offered":
      return decision.offers.length > 0 && Number.isFinite(decision.wakeAtMs);
    case "pooled":
      return decision.mayClaim === undefined || decision.mayClaim.length > 0;
    case "parked":
      return decision.reason !== "" && Number.isFinite(decision.wakeAtMs);
    case "unassigned":
      return decision.reason !== "";
  }
};

const sameBut = (a: object, b: object, ...names: readonly string[]): boolean => {
  const rest = (value: object) =>
    JSON.stringify(value, (key, each) => (names.includes(key) ? undefined : each));
  return rest(a) === rest(b);
};

/** Version and revision move by one when something changed, and stand still, with everything else, when nothing did. */
const versionsCount = ({ stateBefore, before, outcome }: Step): void => {
  const { state, decision, effects, refusal } = outcome;
  if (state !== stateBefore) assert.equal(state.version, stateBefore.version + 1);
  if (before === undefined) assert.equal(decision.revision, 0);
  else if (decision !== before) {
    assert.equal(decision.revision, before.revision + 1);
    assert.ok(!sameBut(decision, before, "revision", "stateVersion"), "a revision counts no change");
  }
  if (decision === before) assert.deepStrictEqual([state === stateBefore, effects], [true, []]);
  if (refusal !== undefined) assert.equal(decision, before);
};

/** An offer that is open was not over when the lead last moved, nor was the time for first contact. */
const waitsAhead = ({ before, outcome: { decision } }: Step): void => {
  const wakeAtMs = wakeOf(decision);
  const isAsked = decision.status === "offered" || decision.status === "assigned";
  if (decision === before || !isAsked || wakeAtMs === undefined) return;
  assert.ok(wakeAtMs > decision.atMs, `waits for ${wakeAtMs} since ${decision.atMs}`);
};

/** Whatever the strategy: what must hold after one call. */
export const holdsAfter = (step: Step, decisions: readonly Decision[]): void => {
  const { before, outcome } = step;
  assert.ok(stands(outcome.decision), "a lead is nowhere");
  versionsCount(step);
  waitsAhead(step);
  countersAreTheFold(outcome.state, decisions);
  accountsAddUp(outcome.state);
  const effects = outcome.effects.map(worded).sort();
  assert.deepStrictEqual(effects, outcome.decision === before ? [] : asked(before, outcome.decision));
};

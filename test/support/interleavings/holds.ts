import assert from "node:assert/strict";
import type { Decision } from "../../../src/index.js";
import { canonicalBytes } from "../../../src/testing/json.js";
import { accountsAddUp, countersAreTheFold, held, partsIn, stands } from "../model/invariants.js";
import { answerTo, type Desk, kept, type World, type Writer } from "./desk.js";
import type { Moment } from "./walk.js";

/** Who was told to have a lead and not told since that it is gone. */
const believers = ({ told }: Desk, leadId: string): ReadonlyMap<string, string> => {
  const parts = new Map<string, string>();
  for (const effect of told) {
    if (effect.type !== "tell" || JSON.parse(effect.id)[0] !== leadId) continue;
    if (effect.what === "withdrawn") parts.delete(effect.repId);
    else parts.set(effect.repId, effect.what);
  }
  return parts;
};

/** Nobody was told to own what somebody else was told to own. */
export const oneOwner = (desk: Desk): void => {
  for (const leadId of desk.decisions.keys()) {
    const owners = [...believers(desk, leadId).values()].filter((what) => what === "assigned");
    assert.ok(owners.length <= 1, "two owners");
  }
};

/** Counters and accounts are right, every lead is somewhere, and nobody holds more than it may. */
export const countsRight = ({ roster }: World, desk: Desk): void => {
  const decisions = [...desk.decisions.values()];
  countersAreTheFold(desk.state, decisions);
  accountsAddUp(desk.state);
  assert.ok(decisions.every(stands), "a lead is nowhere");
  for (const { id, capacity = Number.POSITIVE_INFINITY } of roster.reps)
    assert.ok(held(desk.state, id) <= capacity, `${id} holds more than it may`);
};

/** Whoever believes to have a hand on a lead has. */
export const beliefsAreTrue = (desk: Desk): void => {
  for (const [leadId, decision] of desk.decisions) {
    if (decision.status === "closed") continue;
    const parts = [...partsIn(decision)].map(([repId, part]) => [repId, part.replace(/ until.*/, "")]);
    assert.deepStrictEqual([...believers(desk, leadId)].sort(), parts.sort());
  }
};

const stored = ({ state, decisions, told }: Desk): string => canonicalBytes([state, [...decisions], told]);

/** Everybody one after the other: commits in their order, and whoever changed nothing there where it had read. */
const inOneOrder = ({ commits, phases }: Moment): readonly number[] => {
  const readAt = phases.map((phase) => ("read" in phase ? phase.read : -1));
  const changed = commits.map(({ who }) => who);
  const idle = phases.flatMap((_, who) => (changed.includes(who) ? [] : [who]));
  return [undefined, ...changed].flatMap((who, desks) => [
    ...(who === undefined ? [] : [who]),
    ...idle.filter((each) => readAt[each] === desks),
  ]);
};

/** As if everybody had come one after the other: the same bytes, and the same ones changed nothing. */
export const isSerial = (world: World, writers: readonly Writer[], end: Moment): void => {
  const order = inOneOrder(end);
  assert.deepStrictEqual(
    [...order].sort(),
    writers.map((_, who) => who),
  );
  let desk = world.desk;
  for (const who of order) {
    const writer = writers[who] as Writer;
    const outcome = answerTo(world, desk, writer);
    const before: Decision | undefined = desk.decisions.get(writer.lead.id);
    const changes = outcome.state !== desk.state || outcome.decision !== before;
    assert.equal(
      changes,
      end.commits.some((commit) => commit.who === who),
      "somebody was told what no order of all gives",
    );
    const isDuplicate = writer.event !== undefined && before?.eventIds.includes(writer.event.id);
    const isIntake = writer.event === undefined;
    assert.ok(
      changes || isIntake || isDuplicate || outcome.refusal !== undefined,
      "nothing changed, for no reason",
    );
    desk = kept(desk, outcome);
  }
  const last = end.desks[end.desks.length - 1] as Desk;
  assert.equal(stored(last), stored(desk), "no order of all gives what is kept");
};

/** Everybody was answered once, and asked anew after every refusal. */
export const everybodyIsAnswered = ({ phases, trail }: Moment, readBefore = 0): void => {
  for (const [who, { at }] of phases.entries()) {
    assert.equal(at, "answered");
    const count = (did: string) => trail.filter((print) => print.who === who && print.did === did).length;
    assert.equal(count("was answered"), 1);
    assert.equal(
      count("read") + readBefore,
      count("was refused") + 1,
      "a refused commit was not decided again",
    );
  }
};

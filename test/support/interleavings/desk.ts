import {
  type Decision,
  type Effect,
  type Lead,
  type LeadEvent,
  type Outcome,
  type Roster,
  type State,
  type Strategy,
  unwrap,
} from "../../../src/index.js";

/** What a host keeps: one state, its leads, and what reps were told, in that order. */
export interface Desk {
  readonly state: State;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly told: readonly Effect[];
}

/** Somebody who wants one thing: a lead to come in, or an event to be answered. */
export interface Writer {
  readonly name: string;
  readonly lead: Lead;
  /** Absent: the lead comes in. */
  readonly event?: LeadEvent;
}

export interface World {
  readonly strategy: Strategy;
  readonly roster: Roster;
  readonly desk: Desk;
}

/** What a writer is told by the strategy, of the desk as it read it. */
export const answerTo = ({ strategy, roster }: World, desk: Desk, { lead, event }: Writer): Outcome => {
  const decision = desk.decisions.get(lead.id);
  if (event === undefined) return unwrap(strategy(lead, roster, desk.state, { earlier: decision }));
  if (decision === undefined) throw new Error("an event came before its lead");
  return unwrap(strategy.respond(lead, decision, event, roster, desk.state));
};

/** The desk with an outcome kept: decision, state and effects together. */
export const kept = (desk: Desk, { decision, state, effects }: Outcome): Desk => ({
  state,
  decisions: new Map(desk.decisions).set(decision.leadId, decision),
  told: [...desk.told, ...effects],
});

/** What is compared before a commit is kept. */
export type Compare = (now: Desk, read: Desk, leadId: string) => boolean;

const sameRevision: Compare = (now, read, leadId) =>
  now.decisions.get(leadId)?.revision === read.decisions.get(leadId)?.revision;

const sameVersion: Compare = (now, read) => now.state.version === read.state.version;

/** What the design asks for, and three ways to fall short of it. */
export const compareBoth: Compare = (...of) => sameVersion(...of) && sameRevision(...of);
export const compareVersionOnly: Compare = sameVersion;
export const compareRevisionOnly: Compare = sameRevision;
export const compareNothing: Compare = () => true;

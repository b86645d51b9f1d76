import {
  type Decision,
  emptyState,
  holderOf,
  type Lead,
  type MeasuredLead,
  type Roster,
  type State,
  type Strategy,
  unwrap,
} from "../../../src/index.js";
import { daysOf, type Span } from "./calendar.js";
import type { Plan } from "./plans.js";
import { asItWent } from "./strategies.js";
import type { Deal } from "./stream.js";

/** What every strategy is given alike. */
export interface Setting {
  readonly span: Span;
  readonly roster: Roster;
  /** Open when the span begins: they stay with whoever has them, until they close. */
  readonly carried: readonly Deal[];
  /** Dealt out, in this order. */
  readonly arriving: readonly Deal[];
  readonly leadOf: (deal: Deal) => Lead;
}

/** One deal, given out: who shared it, who got it, and through which branches. */
export interface Dealt extends MeasuredLead {
  readonly deal: Deal;
  readonly path: readonly string[];
}

export interface Run {
  readonly dealt: readonly Dealt[];
  /** Open leads of every rep, evening by evening. */
  readonly evenings: readonly (readonly number[])[];
  readonly state: State;
}

/** A lead that was decided, with the strategy that is to be asked about it later. */
interface Decided {
  readonly strategy: Strategy;
  readonly lead: Lead;
  readonly decision: Decision;
}

/** Day by day: what closes frees its holder in the morning, then the day's leads are dealt out. */
export const replay = (plan: Plan, { span, roster, carried, arriving, leadOf }: Setting): Run => {
  const { strategy, entitled = strategy, isWeighted = false } = plan;
  let state = emptyState({ seed: "crm" });
  const decided = new Map<string, Decided>();
  // One object a rep for the whole run, since every lead keeps its list of them.
  const evenly = new Map(roster.reps.map(({ id }) => [id, { id, weight: 1 }]));

  const decide = (by: Strategy, lead: Lead): Decision => {
    const outcome = unwrap(by(lead, roster, state));
    state = outcome.state;
    decided.set(lead.id, { strategy: by, lead, decision: outcome.decision });
    return outcome.decision;
  };

  const close = ({ id, stage, wonValue }: Deal, atMs: number): void => {
    const known = decided.get(id);
    if (known === undefined) return;
    const event = { id: "closed", atMs, type: "closed", result: stage === "Won" ? "won" : "lost" } as const;
    const { lead, decision } = known;
    state = unwrap(
      known.strategy.respond(lead, decision, { ...event, value: wonValue }, roster, state),
    ).state;
  };

  const deal = (one: Deal): Dealt => {
    const lead = leadOf(one);
    const sharing = unwrap(entitled.candidates(lead, roster, state));
    const decision = decide(strategy, lead);
    const candidates = isWeighted ? sharing : sharing.flatMap(({ id }) => evenly.get(id) ?? []);
    return { deal: one, candidates, repId: holderOf(decision), path: decision.path };
  };

  for (const one of carried) decide(asItWent, leadOf(one));
  const known = [...carried, ...arriving];
  const dealt: Dealt[] = [];
  const evenings: (readonly number[])[] = [];
  for (const day of daysOf(span)) {
    for (const one of known) if (one.closedAtMs === day) close(one, day);
    for (const one of arriving) if (one.engagedAtMs === day) dealt.push(deal(one));
    evenings.push(state.openLeads);
  }
  return { dealt, evenings, state };
};

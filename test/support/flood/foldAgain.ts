import { keysOf } from "../../../examples/postgres/desk.js";
import type { StoredLead } from "../../../src/index.js";
import {
  CREDITS_PER_LEAD,
  type Decision,
  type Effect,
  type LeadEvent,
  type LeadId,
  type LogEntry,
  ownerAmong,
  replay,
  type State,
  unwrap,
} from "../../../src/index.js";
import type { Commit } from "./audit.js";
import type { Heard } from "./pourIn.js";
import { floodTeam } from "./steps.js";
import { floodStrategy } from "./strategy.js";

/** What one after the other comes to, in the order in which the database made its commits. */
export interface Folded {
  readonly state: State;
  readonly leads: readonly StoredLead[];
  readonly effects: readonly Effect[];
  /** How many leads were tied to a rep, and which were not tied to the one who had the customer's others just then. */
  readonly tied: number;
  readonly wronglyTied: readonly LeadId[];
  /** The most offers that were open at a time. */
  readonly mostOffers: number;
  /** By how many leads the taker of a turn was behind the first when it was booked, at the most. */
  readonly behind: { readonly offered: number; readonly pushed: number };
  /** The least and the most that anybody was owed at any time, in leads. */
  readonly owed: { readonly least: number; readonly most: number };
}

/** The events by lead and id. Two wakers may bring one event at two moments: the one that was kept dates the decision. */
const eventsOf = (heard: readonly Heard[]): ((commit: Commit) => LeadEvent) => {
  const byName = new Map<string, LeadEvent[]>();
  for (const { leadId, event } of heard) {
    const name = JSON.stringify([leadId, event.id]);
    byName.set(name, [...(byName.get(name) ?? []), event]);
  }
  return ({ lead, eventId, atMs }) => {
    const events = byName.get(JSON.stringify([lead.id, eventId])) ?? [];
    const event = events.find((each) => each.atMs === atMs) ?? events[0];
    if (event === undefined) throw new Error(`nobody brought ${eventId} of ${lead.id}`);
    return event;
  };
};

export const foldAgain = (first: State, commits: readonly Commit[], heard: readonly Heard[]): Folded => {
  const behind = { offered: 0, pushed: 0 };
  const strategy = floodStrategy(
    (leads) => {
      behind.offered = Math.max(behind.offered, leads);
    },
    (leads) => {
      behind.pushed = Math.max(behind.pushed, leads);
    },
  );
  const eventOf = eventsOf(heard);
  const decisions = new Map<LeadId, Decision>();
  const customers = new Map<string, Set<LeadId>>();
  const wronglyTied: LeadId[] = [];
  const effects: Effect[] = [];
  let tied = 0;
  let mostOffers = 0;
  const owed = { least: 0, most: 0 };

  /** Who has the customer's other leads now, by a search of its own. */
  const ownerNow = (lead: StoredLead["lead"]): string | undefined => {
    const others = new Set(keysOf(lead).flatMap((key) => [...(customers.get(key) ?? [])]));
    others.delete(lead.id);
    return ownerAmong([...others].flatMap((id) => decisions.get(id) ?? []));
  };

  function* entries(): Generator<LogEntry> {
    for (const commit of commits) {
      const { lead } = commit;
      if (commit.eventId !== undefined) {
        yield { type: "event", leadId: lead.id, event: eventOf(commit), roster: floodTeam };
        continue;
      }
      if (lead.ownerId !== undefined) tied += 1;
      if (lead.ownerId !== ownerNow(lead)) wronglyTied.push(lead.id);
      for (const key of keysOf(lead)) customers.set(key, (customers.get(key) ?? new Set()).add(lead.id));
      yield { type: "lead", lead, roster: floodTeam };
    }
  }

  const folded = replay(
    strategy,
    { first, entries: entries() },
    {
      each: ({ decision, state, effects: more }) => {
        decisions.set(decision.leadId, decision);
        effects.push(...more);
        mostOffers = Math.max(
          mostOffers,
          state.openOffers.reduce((sum, offers) => sum + offers, 0),
        );
        const credits = (state.ledgers[0]?.credits ?? []).map((credit) => credit / CREDITS_PER_LEAD);
        owed.least = Math.min(owed.least, ...credits);
        owed.most = Math.max(owed.most, ...credits);
      },
    },
  );
  const { state, leads } = unwrap(folded);
  return { state, leads: [...leads.values()], effects, tied, wronglyTied, mostOffers, behind, owed };
};

import {
  available,
  type Candidate,
  compose,
  type EpochMs,
  emptyState,
  holderOf,
  type Lead,
  type LedgerName,
  type RepId,
  type Roster,
  rotation,
  type State,
  type Strategy,
  unwrap,
  where,
} from "../../../src/index.js";
import { mondayOf } from "./calendar.js";
import type { Ticket } from "./read.js";

/** One ticket, decided: who could have had it and who got it, beside the ticket as it really went. */
export interface Dealt {
  readonly ticket: Ticket;
  readonly candidates: readonly Candidate[];
  readonly repId: RepId | undefined;
}

export interface Replay {
  readonly dealt: readonly Dealt[];
  readonly state: State;
}

/** A ticket without a team is nobody's. */
const team = where("team", 1, ({ lead, rep }) => lead.team !== undefined && !!rep.teams?.includes(lead.team));

/** Somebody of the ticket's team, present in its hour; among those in rotation, on that account. */
const deskOn = (ledger: LedgerName): Strategy =>
  compose({ ledger, filters: [available(), team], selector: rotation() });

const leadOf = (ticket: Ticket): Lead => ({
  id: ticket.incident,
  receivedAtMs: ticket.openedAtMs,
  ...(ticket.team === undefined ? {} : { team: ticket.team }),
});

/** Deals the tickets out in their order, on one account for all teams. */
export const replay = (tickets: readonly Ticket[], rosterAt: (atMs: EpochMs) => Roster): Replay => {
  const desk = deskOn("desk");
  let state = emptyState({ seed: "replay" });
  const dealt = tickets.map((ticket): Dealt => {
    const lead = leadOf(ticket);
    const roster = rosterAt(lead.receivedAtMs);
    const candidates = unwrap(desk.candidates(lead, roster, state));
    const outcome = unwrap(desk(lead, roster, state));
    state = outcome.state;
    return { ticket, candidates, repId: holderOf(outcome.decision) };
  });
  return { dealt, state };
};

/** Each team settles by itself: what somebody had in one team counts for nothing in another. */
export const ledgerPerTeam = ({ team: name = "none" }: Ticket): LedgerName => `team ${name}`;

/** And each week: on Monday nobody is owed anything. */
export const ledgerPerTeamAndWeek = (ticket: Ticket): LedgerName =>
  `${ledgerPerTeam(ticket)}, week ${mondayOf(ticket.openedAtMs)}`;

/** Who gets which ticket if each is dealt on the account that it belongs to. */
export const takersBy = (
  ledgerOf: (ticket: Ticket) => LedgerName,
  tickets: readonly Ticket[],
  rosterAt: (atMs: EpochMs) => Roster,
): readonly (RepId | undefined)[] => {
  const desks = new Map(tickets.map(ledgerOf).map((ledger) => [ledger, deskOn(ledger)]));
  let state = emptyState({ seed: "replay" });
  return tickets.map((ticket) => {
    const desk = desks.get(ledgerOf(ticket)) as Strategy;
    const outcome = unwrap(desk(leadOf(ticket), rosterAt(ticket.openedAtMs), state));
    state = outcome.state;
    return holderOf(outcome.decision);
  });
};

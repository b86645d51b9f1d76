import {
  available,
  type Candidate,
  compose,
  type EpochMs,
  emptyState,
  holderOf,
  type RepId,
  type Roster,
  rotation,
  type State,
  unwrap,
  where,
} from "../../src/index.js";
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

/** Somebody of the ticket's team, present in its hour; among those in rotation. */
const desk = compose({ ledger: "desk", filters: [team, available()], selector: rotation() });

/** Deals the tickets out in their order. */
export const replay = (tickets: readonly Ticket[], rosterAt: (atMs: EpochMs) => Roster): Replay => {
  let state = emptyState({ seed: "replay" });
  const dealt = tickets.map((ticket): Dealt => {
    const lead = {
      id: ticket.incident,
      receivedAtMs: ticket.openedAtMs,
      ...(ticket.team === undefined ? {} : { team: ticket.team }),
    };
    const roster = rosterAt(lead.receivedAtMs);
    const candidates = unwrap(desk.candidates(lead, roster, state));
    const outcome = unwrap(desk(lead, roster, state));
    state = outcome.state;
    return { ticket, candidates, repId: holderOf(outcome.decision) };
  });
  return { dealt, state };
};

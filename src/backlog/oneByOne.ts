import * as E from "fp-ts/lib/Either.js";
import * as Ord from "fp-ts/lib/Ord.js";
import { isNonEmpty, sort } from "fp-ts/lib/ReadonlyArray.js";
import type { LeadId } from "../model/id.js";
import type { StoredLead } from "../model/log.js";
import type { Outcome } from "../model/outcome.js";
import type { Problem, Problems } from "../model/problem.js";
import type { Roster } from "../model/roster.js";
import type { State } from "../model/state.js";
import { prepareRoster } from "../roster/prepareRoster.js";
import { readState } from "../state/readState.js";
import { faultsOfLeads, problemsFromList } from "./faults.js";
import { orderOf, type WaitingOrder } from "./order.js";

/**
 * What became of one lead of a list: its outcome without the state, of which there is one for all.
 *
 * @since 0.1.0
 */
export interface DrainedLead {
  readonly leadId: LeadId;
  readonly outcome: Omit<Outcome, "state">;
}

/**
 * What became of all, in the order in which they were asked about, and the state after the last.
 *
 * @since 0.1.0
 */
export interface Drained {
  readonly outcomes: readonly DrainedLead[];
  /** The very same object as before when nobody got anything. */
  readonly state: State;
}

/** The leads of a call, under the name by which problems call them, and what is wrong with its options. */
export interface Given {
  readonly name: string;
  readonly leads: readonly StoredLead[];
  readonly roster: Roster;
  readonly state: State;
  readonly faults: readonly Problem[];
}

interface Place {
  readonly stored: StoredLead;
  readonly place: number;
}

const faultsIn = (result: E.Either<Problems, unknown>): readonly Problem[] =>
  E.isLeft(result) ? result.left : [];

/** Asks about leads one after the other, each with the state that the one before left: all or nothing. */
export const oneByOne = (
  { name, leads, roster, state, faults }: Given,
  options: { readonly first: WaitingOrder },
  ask: (stored: StoredLead, state: State) => E.Either<Problems, Outcome>,
): E.Either<Problems, Drained> => {
  const read = readState(state);
  const all = [
    ...faultsOfLeads(name, leads),
    ...faults,
    ...faultsIn(prepareRoster(roster)),
    ...faultsIn(read),
  ];
  if (isNonEmpty(all)) return E.left(all);
  if (E.isLeft(read)) return read;
  const byLead = Ord.contramap(({ stored }: Place) => stored.lead)(orderOf(options.first));
  const inOrder = sort(byLead)(leads.map((stored, place) => ({ stored, place })));
  const outcomes: DrainedLead[] = [];
  let now = read.right;
  for (const { stored, place } of inOrder) {
    const result = ask(stored, now);
    if (E.isLeft(result)) return E.left(problemsFromList(name, result.left, place));
    const { state: next, ...outcome } = result.right;
    now = next;
    outcomes.push({ leadId: stored.lead.id, outcome });
  }
  return E.right({ outcomes, state: now });
};

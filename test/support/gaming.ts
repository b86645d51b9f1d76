import {
  type CascadeOptions,
  emptyState,
  type Outcome,
  type Roster,
  type State,
  unwrap,
} from "../../src/index.js";
import { drawing } from "./drawing.js";
import { asked, offering, rosterOf } from "./story.js";

const roster: Roster = rosterOf("ann", "bob", "cyd", "dee", "eve");

/** Refuses every lead that is not good; everybody else takes whatever comes. */
const REFUSER = "cyd";

/** What came of a run, counted. */
export interface Run {
  readonly good: number;
  readonly goodToRefuser: number;
  /** Turns of the refuser, whether it took the lead or not. */
  readonly turns: number;
  /** Poor leads that were never offered to the refuser. */
  readonly poorUnseen: number;
  readonly state: State;
}

const askedIn = (outcome: Outcome): string => asked(outcome)[0] ?? "";

/** Five equal reps, one of whom refuses every poor lead; such a part of the leads is good, in a fixed sequence. */
export const gamed = (options: Partial<CascadeOptions>, goodPart: number, leads: number): Run => {
  const strategy = offering(options);
  const draw = drawing(1);
  let state = emptyState({ seed: "s" });
  let [good, goodToRefuser, turns, poorUnseen] = [0, 0, 0, 0];
  for (let n = 0; n < leads; n += 1) {
    const lead = { id: `lead ${n}`, receivedAtMs: n };
    const isGood = draw() < goodPart;
    let outcome = unwrap(strategy(lead, roster, state));
    const answer = (type: "accepted" | "declined"): Outcome => {
      const event = { id: type, atMs: n, type, repId: askedIn(outcome) };
      return unwrap(strategy.respond(lead, outcome.decision, event, roster, outcome.state));
    };
    let isSeen = askedIn(outcome) === REFUSER;
    if (isSeen && !isGood) outcome = answer("declined");
    const taker = askedIn(outcome);
    isSeen ||= taker === REFUSER;
    outcome = answer("accepted");
    state = outcome.state;
    good += isGood ? 1 : 0;
    goodToRefuser += isGood && taker === REFUSER ? 1 : 0;
    turns += isSeen ? 1 : 0;
    poorUnseen += isGood || isSeen ? 0 : 1;
  }
  return { good, goodToRefuser, turns, poorUnseen, state };
};

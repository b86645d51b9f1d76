import { CREDITS_PER_LEAD, emptyState, type Roster, rotation, type State } from "../../src/index.js";
import { dealOne, deskLedger, deskOf } from "./desk.js";

export const rotating = deskOf(rotation());

export const three: Roster = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd" }] };

/** The state after this many leads among ann, bob and cyd. */
export const dealt = (leads: number): State => {
  let state = emptyState({ seed: "s" });
  for (let n = 0; n < leads; n += 1) state = dealOne(rotating, three, state, n).state;
  return state;
};

/** What the only ledger owes each rep, in leads. */
export const inLeads = (state: State): readonly number[] =>
  deskLedger(state).credits.map((credit) => credit / CREDITS_PER_LEAD);

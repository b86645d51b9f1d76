import { capacity } from "../../filters/capacity.js";
import { compose } from "../../index.js";
import type { LeadEvent } from "../../model/event.js";
import type { Lead } from "../../model/lead.js";
import type { Roster } from "../../model/roster.js";
import type { State } from "../../model/state.js";
import { rotation } from "../../selectors/byTurn/rotation.js";
import { emptyState } from "../../state/emptyState.js";

/** A push with the filter that reads the state: whoever decides on an old state gives somebody too much. */
export const desk = compose({ ledger: "desk", filters: [capacity()], selector: rotation() });

export const team: Roster = {
  reps: [{ id: "ann" }, { id: "bob", capacity: 4 }, { id: "cyd" }, { id: "dan", capacity: 2 }, { id: "eve" }],
};

export const nobody: Roster = { reps: [] };

export const firstState = (): State => emptyState({ seed: "store contract" });

/** Leads by these names, all at one moment. */
export const leadsOf = (count: number): readonly Lead[] =>
  Array.from({ length: count }, (_, i) => ({ id: `lead-${i}`, receivedAtMs: 1_767_600_000_000 }));

/** Something that happens to the i-th lead: one is closed, one returned, one moved by hand. */
export const eventOf = (i: number): LeadEvent => {
  const base = { id: `event-${i}`, atMs: 1_767_600_060_000 + i };
  if (i % 3 === 0) return { ...base, type: "closed", result: "won", value: 0.1 * i };
  if (i % 3 === 1) return { ...base, type: "returned", reason: "wrong number" };
  return { ...base, type: "reassigned", to: "eve" };
};

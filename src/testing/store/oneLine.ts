import { quoted } from "../../internal/quoted.js";
import type { LeadId } from "../../model/id.js";
import type { State } from "../../model/state.js";
import { insistCounters } from "../laws/counters.js";
import { insist } from "../laws/law.js";
import type { Kept } from "./kept.js";
import { sameJson } from "./sameJson.js";
import type { Write } from "./store.js";

const ascending = (numbers: readonly number[]): readonly number[] => [...numbers].sort((a, b) => a - b);

/** Whether these are `from`, `from + 1` and so on, each once. */
const isGapless = (numbers: readonly number[], from: number): boolean =>
  ascending(numbers).every((number, i) => number === from + i);

const byLead = (writes: readonly Write[]): ReadonlyMap<LeadId, readonly Write[]> => {
  const leads = new Map<LeadId, Write[]>();
  for (const write of writes) {
    const known = leads.get(write.decision.leadId);
    if (known) known.push(write);
    else leads.set(write.decision.leadId, [write]);
  }
  return leads;
};

/** The writes that changed the state: their decisions say which version they read. */
const changesOf = (writes: readonly Write[]): readonly Write[] =>
  writes.filter(({ decision, state }) => state.version !== decision.stateVersion);

const insistState = (first: State, writes: readonly Write[], state: State): void => {
  const changes = changesOf(writes);
  insist(
    isGapless(
      changes.map((write) => write.state.version),
      first.version + 1,
    ),
    "two transactions were kept that read the same version of the state",
  );
  insist(
    state.version === first.version + changes.length,
    `the state is at version ${state.version} after ${changes.length} changes from ${first.version}`,
  );
  const last = changes.find((write) => write.state.version === state.version)?.state ?? first;
  insist(sameJson(state, last), "the state is not the one that was kept last");
};

const insistLeads = (writes: readonly Write[], leads: Kept["leads"]): void => {
  const kept = new Map(leads.map((stored) => [stored.decision.leadId, stored]));
  const written = byLead(writes);
  insist(kept.size === leads.length, "a lead is there twice");
  insist(kept.size === written.size, `${kept.size} leads are there, and ${written.size} were kept`);
  for (const [leadId, line] of written) {
    const name = quoted(leadId);
    const revisions = line.map(({ decision }) => decision.revision);
    insist(isGapless(revisions, 0), `two transactions were kept that read the same revision of lead ${name}`);
    const last = line.find(({ decision }) => decision.revision === line.length - 1);
    const stored = kept.get(leadId);
    insist(
      last !== undefined && stored !== undefined && sameJson(stored.decision, last.decision),
      `the decision of lead ${name} is not the one that was kept last`,
    );
  }
};

/**
 * Insists that what was kept is one line of transactions, each of which read what the one before it left: every
 * version of the state and every revision of a lead was written once, the last of each is there, and the counters
 * are what the leads say.
 */
export const insistOneLine = (first: State, writes: readonly Write[], { state, leads }: Kept): void => {
  insistState(first, writes, state);
  insistLeads(writes, leads);
  insistCounters(
    state,
    leads.map(({ decision }) => decision),
  );
};

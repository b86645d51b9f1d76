import fc from "fast-check";
import type { Strategy } from "../../model/strategy.js";
import { emptyState } from "../../state/emptyState.js";
import { anId } from "../arbitraries/anId.js";
import { throughStore } from "../json.js";
import { insist, type Law } from "./law.js";

/** One rep who may take anything gets every lead, whatever the two are called, also after a trip through JSON. */
const holdFor = (strategy: Strategy, repId: string, leadIds: readonly string[]): void => {
  const roster = { reps: [{ id: repId }] };
  let state = emptyState({ seed: "s" });
  for (const id of leadIds) {
    const lead = { id, receivedAtMs: 0 };
    const result = strategy(lead, roster, throughStore(state));
    insist(result._tag === "Right", `an odd id was refused: ${JSON.stringify(result)}`);
    if (result._tag === "Left") return;
    const { decision } = result.right;
    const who = decision.status === "assigned" ? decision.repId : decision.status;
    insist(
      who === repId && decision.leadId === id,
      `${JSON.stringify(repId)} did not get ${JSON.stringify(id)}`,
    );
    state = result.right.state;
  }
  insist(state.ids.length === 1 && state.ids[0] === repId, "the state does not know an odd id");
  insist(state.openLeads[0] === leadIds.length, "leads of an odd id are not counted");
};

/**
 * `""`, `__proto__`, `constructor` and very long text are ids like any other.
 *
 * For strategies that push a lead nobody knows anything about to a rep nobody knows anything about.
 *
 * @since 0.1.0
 */
export const oddIds: Law = {
  name: "oddIds",
  statement: 'The empty id, "__proto__", "constructor" and very long text are ids like any other.',
  check: (strategy, { runs = 100, seed } = {}) => {
    fc.assert(
      fc.property(anId(), fc.uniqueArray(anId(), { minLength: 1, maxLength: 3 }), (repId, leadIds) =>
        holdFor(strategy, repId, leadIds),
      ),
      { numRuns: runs, ...(seed === undefined ? {} : { seed }) },
    );
  },
};

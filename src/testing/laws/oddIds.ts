import fc from "fast-check";
import { handsOn } from "../../internal/handsOn.js";
import type { Strategy } from "../../model/strategy.js";
import { emptyState } from "../../state/emptyState.js";
import { anId } from "../arbitraries/anId.js";
import { throughStore } from "../json.js";
import { insist, type Law, tryOut } from "./law.js";

/** What becomes of some leads among one rep who may take anything: the places, and how many know the rep. */
const fates = (strategy: Strategy, repId: string, leadIds: readonly string[]): readonly string[] => {
  const roster = { reps: [{ id: repId }] };
  let state = emptyState({ seed: "s" });
  return leadIds.map((id) => {
    const result = strategy({ id, receivedAtMs: 0 }, roster, throughStore(state));
    insist(result._tag === "Right", `an odd id was refused: ${JSON.stringify(result)}`);
    if (result._tag === "Left") return "refused";
    const { decision } = result.right;
    state = result.right.state;
    insist(decision.leadId === id, "a lead's id came back changed");
    const known = state.ids.length === 0 || (state.ids.length === 1 && state.ids[0] === repId);
    const hands = handsOn(decision).map((hand) => hand === repId);
    return JSON.stringify([decision.status, hands, known, state.openLeads, state.openOffers]);
  });
};

const about = {
  name: "oddIds",
  statement: 'The empty id, "__proto__", "constructor" and very long text are ids like any other.',
};

/**
 * `""`, `__proto__`, `constructor` and very long text are ids like any other: a rep of such a name fares as one
 * of a plain name does, leads of such names are dealt and keep them, also through a store.
 *
 * @since 0.1.0
 */
export const oddIds: Law = {
  ...about,
  check: (strategy, trial = {}) =>
    tryOut(
      about,
      fc.property(anId(), fc.uniqueArray(anId(), { minLength: 1, maxLength: 3 }), (repId, leadIds) => {
        const odd = fates(strategy, repId, leadIds);
        const plain = fates(strategy, "ann", leadIds);
        insist(odd.join() === plain.join(), `${JSON.stringify(repId)} fares otherwise than a plain id`);
      }),
      trial,
    ),
};

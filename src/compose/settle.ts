import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import { placementShape } from "../check/decision.js";
import { faultsOf } from "../check/shape.js";
import type { AssignedPlace, Decision } from "../model/decision.js";
import type { Assign, Move, Placement } from "../model/delivery.js";
import type { RepId } from "../model/id.js";
import type { Outcome } from "../model/outcome.js";
import type { Ranking } from "../model/selector.js";
import type { State } from "../model/state.js";
import { formatProblems } from "../model/unwrap.js";
import { nextVersion } from "../state/change.js";
import { withLoad } from "../state/load.js";
import { refund } from "../state/refund.js";
import { blame, call } from "./blame.js";
import { countsBefore, countsOf, decisionBase, placed } from "./decisionBase.js";
import { effectsOf } from "./effects.js";
import { checkHands } from "./hands.js";
import { loadChanges } from "./load.js";
import { withLostTurns } from "./lostTurns.js";
import { type Ranked, rank } from "./ranking.js";
import { type Account, joined, openAccount, type Scene } from "./scene.js";
import { taken } from "./taken.js";

const united = (...lists: readonly (readonly RepId[])[]): readonly RepId[] => [...new Set(lists.flat())];

/** Asks the delivery where the lead goes, and holds the answer to the contract. */
const placementBy = ({ parts }: Scene, place: Move["place"], ranking: () => Ranking): Placement => {
  const path = ["delivery", parts.delivery.name];
  const placement = call(path, () => place(ranking));
  const faults = faultsOf("place", placementShape, placement);
  return isNonEmpty(faults) ? blame(path, `gave the lead no place: ${formatProblems(faults)}`) : placement;
};

interface Settled {
  readonly state: State;
  readonly place: Exclude<Placement, Assign> | AssignedPlace;
}

const settledIn = (scene: Scene, account: Account, placement: Placement, ranked: () => Ranked): Settled => {
  checkHands(scene, account, placement);
  return placement.status === "assigned"
    ? taken(scene, account, ranked, placement)
    : { state: account.state, place: placement };
};

/** The state with the lead's new place counted into the load; the very same when nothing moved. */
const loaded = (scene: Scene, state: State, decision: Decision): State => {
  const changes = loadChanges(scene.before, decision);
  return changes.length === 0 ? state : withLoad(state, changes);
};

/**
 * Carries out a move: turns end, a price goes back, the lead finds its place. Load and effects follow from
 * the places before and after. `known` is the ranking where it was made already.
 */
export const settle = (
  scene: Scene,
  before: State,
  { lost = [], setAside = [], refund: back, askAgain = false, place }: Move,
  { eventId, known }: { readonly eventId?: string; readonly known?: Ranked },
): Outcome => {
  const start = joined(before, scene.roster);
  const booked = withLostTurns(scene, start, lost);
  const account = openAccount(scene, back === undefined ? booked : refund(booked, scene.parts.ledger, back));
  const tried = askAgain ? [] : united(scene.before?.tried ?? [], lost, setAside);

  let asked = known;
  const ranked = (): Ranked => {
    asked ??= rank(scene, account, new Set(tried));
    return asked;
  };
  const placement = placementBy(scene, place, () => ranked().ranking);
  const { state, place: settled } = settledIn(scene, account, placement, ranked);

  const counts = asked === undefined ? countsBefore(scene) : countsOf(asked);
  const stillTried = settled.status === "assigned" ? tried.filter((repId) => repId !== settled.repId) : tried;
  const decision: Decision = placed(decisionBase(scene, before, counts, stillTried, eventId), settled);
  const after = loaded(scene, state, decision);
  return {
    decision,
    state: after === start ? before : nextVersion(before, after),
    effects: effectsOf(scene.before, decision),
  };
};

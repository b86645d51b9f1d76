import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import { placementShape } from "../check/decision.js";
import { faultsOf } from "../check/shape.js";
import { once } from "../internal/once.js";
import type { AssignedPlace, Decision, DecisionBase } from "../model/decision.js";
import type { Assign, Move, Placement } from "../model/delivery.js";
import type { RepId } from "../model/id.js";
import type { Outcome } from "../model/outcome.js";
import type { State } from "../model/state.js";
import { formatProblems } from "../model/unwrap.js";
import { nextVersion } from "../state/change.js";
import { withLoad } from "../state/load.js";
import { refund } from "../state/refund.js";
import { blame, call } from "./blame.js";
import { book } from "./book.js";
import { effectsOf } from "./effects.js";
import { checkHands, repOf } from "./hands.js";
import { loadChanges } from "./load.js";
import { type Ranked, rank } from "./ranking.js";
import { joined, openAccount, type Scene } from "./scene.js";
import { taken } from "./taken.js";

/**
 * How many event ids a decision keeps. A retry comes soon, and a decision must not grow without end.
 *
 * @since 0.1.0
 */
export const EVENT_IDS_KEPT = 32;

type Counts = Pick<DecisionBase, "leftOut" | "candidates">;

/** What the decision says of the reps asked. */
export const countsOf = ({ leftOut, ranking }: Ranked): Counts => ({ leftOut, candidates: ranking.length });

/** What the decision says whatever its status. */
export const decisionBase = (
  { lead, parts, nowMs, fingerprint, before }: Scene,
  state: State,
  counts: Counts,
  tried: readonly RepId[],
  eventId?: string,
): DecisionBase => ({
  leadId: lead.id,
  ledger: parts.ledger,
  path: [],
  atMs: nowMs,
  revision: before === undefined ? 0 : before.revision + 1,
  stateVersion: state.version,
  strategy: fingerprint,
  eventIds: [...(before?.eventIds ?? []), ...(eventId === undefined ? [] : [eventId])].slice(-EVENT_IDS_KEPT),
  ...counts,
  ...(tried.length === 0 ? {} : { tried }),
});

/** A decision from its two halves. Onto the fresh base, since spreading records of this size costs more than all the rest. */
export const placed = <Place extends object>(base: DecisionBase, place: Place): DecisionBase & Place =>
  Object.assign(base, place);

const united = (a: readonly RepId[], b: readonly RepId[]): readonly RepId[] =>
  b.length === 0 ? a : [...new Set([...a, ...b])];

/** Books the turns that ended without acceptance, each among those then in play. Who left the roster is passed over. */
const withLostTurns = (
  scene: Scene,
  start: State,
  lost: readonly RepId[],
  alreadyTried: readonly RepId[],
): State => {
  let state = start;
  let tried = alreadyTried;
  for (const repId of lost) {
    const account = openAccount(scene, state);
    const taker = repOf(scene, repId);
    if (taker !== undefined)
      state = book(scene, account, rank(scene, account, new Set(tried)).candidates, taker).state;
    tried = united(tried, [repId]);
  }
  return state;
};

type Settled = Exclude<Placement, Assign> | AssignedPlace;

/** The state with the lead's new place counted into the load; the very same when nothing moved. */
const loaded = (scene: Scene, state: State, decision: Decision): State => {
  const changes = loadChanges(scene.before, decision);
  return changes.length === 0 ? state : withLoad(state, changes);
};

/**
 * Carries out a move: turns end, a price goes back, the lead finds its place. Load and effects follow from
 * the places before and after.
 */
export const settle = (
  scene: Scene,
  before: State,
  { lost = [], setAside = [], refund: back, askAgain = false, place }: Move,
  { eventId, known }: { readonly eventId?: string; readonly known?: Ranked },
): Outcome => {
  const start = joined(before, scene.roster);
  const triedBefore = scene.before?.tried ?? [];
  const booked = withLostTurns(scene, start, lost, triedBefore);
  const account = openAccount(scene, back === undefined ? booked : refund(booked, scene.parts.ledger, back));
  const tried = askAgain ? [] : united(united(triedBefore, lost), setAside);

  const wasAsked = { asked: known !== undefined };
  const ranked = once(() => {
    wasAsked.asked = true;
    return known ?? rank(scene, account, new Set(tried));
  });
  const delivery = ["delivery", scene.parts.delivery.name];
  const placement = call(delivery, () => place(() => ranked().ranking));
  const faults = faultsOf("place", placementShape, placement);
  if (isNonEmpty(faults)) return blame(delivery, `gave the lead no place: ${formatProblems(faults)}`);
  checkHands(scene, account, placement);
  const { state, place: settled }: { readonly state: State; readonly place: Settled } =
    placement.status === "assigned"
      ? taken(scene, account, ranked, placement)
      : { state: account.state, place: placement };

  const counts = wasAsked.asked
    ? countsOf(ranked())
    : { leftOut: scene.before?.leftOut ?? [], candidates: scene.before?.candidates ?? 0 };
  const stillTried = settled.status === "assigned" ? tried.filter((repId) => repId !== settled.repId) : tried;
  const decision: Decision = placed(decisionBase(scene, before, counts, stillTried, eventId), settled);
  const after = loaded(scene, state, decision);
  return {
    decision,
    state: after === start ? before : nextVersion(before, after),
    effects: effectsOf(scene.before, decision),
  };
};

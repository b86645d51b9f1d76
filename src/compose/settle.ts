import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import { placementShape } from "../check/decision.js";
import { moveShape } from "../check/move.js";
import { faultsOf, type Shape } from "../check/shape.js";
import { blame, call } from "../internal/blame.js";
import type { Decision } from "../model/decision.js";
import type { Move, Placement, Refund, StartQuestion } from "../model/delivery.js";
import type { LedgerName, RepId } from "../model/id.js";
import type { Outcome } from "../model/outcome.js";
import type { Ledger, State } from "../model/state.js";
import { formatProblems } from "../model/unwrap.js";
import { nextVersion } from "../state/change.js";
import { ledgerOf } from "../state/ledger.js";
import { withLoad } from "../state/load.js";
import { beganAtMs } from "../state/period.js";
import { refund } from "../state/refund.js";
import { type Asking, asking } from "./asking.js";
import { countsBefore, countsOf, decisionBase } from "./decisionBase.js";
import { effectsOf } from "./effects.js";
import { explained } from "./explanation.js";
import { candidateIn, checkHands } from "./hands.js";
import { trust } from "./known.js";
import { loadChanges } from "./load.js";
import { withLostTurns } from "./lostTurns.js";
import { narrowed } from "./narrowed.js";
import { happenings, notedFor } from "./noted.js";
import { inPeriod } from "./period.js";
import { type Place, placed, placeOf } from "./placed.js";
import { type Account, joined, openAccount, type Scene } from "./scene.js";
import { taken } from "./taken.js";
import { isOldNews, nobodyFound } from "./unassigned.js";

/** Everybody who gave the lead up: those before, and those who do now. */
const united = (before: readonly RepId[], now: readonly RepId[]): readonly RepId[] =>
  now.length === 0 ? before : [...new Set([...before, ...now])];

/** Holds what the delivery gave to the contract. */
const held = <A>({ parts }: Scene, name: string, shape: Shape, given: A): A => {
  const faults = faultsOf(name, shape, given);
  const path = ["delivery", parts.delivery.name];
  return isNonEmpty(faults) ? blame(path, `gave what does not fit: ${formatProblems(faults)}`) : given;
};

/** A price goes back where it was paid. A ledger that was renamed since is the strategy's own. */
const payingLedger = ({ parts, before }: Scene, { ledgers }: State): LedgerName =>
  before !== undefined && ledgers.some(({ name }) => name === before.ledger) ? before.ledger : parts.ledger;

/** What was paid in an earlier period stands in no account any more. */
const isOfEarlierPeriod = ({ before }: Scene, ledger: Ledger): boolean =>
  before?.status === "assigned" && before.sinceMs < (beganAtMs(ledger) ?? Number.NEGATIVE_INFINITY);

/** Before the roster is laid in, so that only an account that was there gets anything back. */
const refunded = (scene: Scene, state: State, back: Refund | undefined): State => {
  if (back === undefined) return state;
  const name = payingLedger(scene, state);
  const now = name === scene.parts.ledger ? inPeriod(scene, state) : state;
  if (isOfEarlierPeriod(scene, ledgerOf(now, name))) return state;
  const after = refund(now, name, back);
  const isExact = after.ledgers.every(({ outside, credits }) =>
    [outside, ...credits].every(Number.isSafeInteger),
  );
  return isExact
    ? after
    : blame(["delivery", scene.parts.delivery.name], "booked more than can be counted exactly");
};

const settledIn = (
  scene: Scene,
  account: Account,
  placement: Placement,
  orders: Asking,
  { among, refund: back }: Move,
  unmoved: State,
): { readonly state: State; readonly place: Place } => {
  checkHands(scene, account, placement);
  if (placement.status !== "assigned") return { state: account.state, place: placeOf(placement, scene) };
  const ranked = () => (orders.last() ?? orders.ask({ ...(among && { filters: among }) })).ranked;
  const told = { isPaidBack: back !== undefined, before: openAccount(scene, unmoved) };
  return taken(scene, account, ranked, placement, told);
};

/** Whether the lead stays with its holder, and so with the ledger where the price was paid, whichever strategy answers. */
const keepsHolder = ({ before }: Scene, place: Place, back: Refund | undefined): boolean =>
  back === undefined &&
  before?.status === "assigned" &&
  place.status === "assigned" &&
  place.repId === before.repId;

/** Who is to have the lead back, while somebody else has it. */
const lenderOf = (
  { before }: Scene,
  { lentBy = before?.lentBy, isForGood = false }: Move,
  place: Place,
): Pick<Move, "lentBy"> => {
  const isOver = isForGood || place.status === "closed";
  const isBack = place.status === "assigned" && place.repId === lentBy;
  return isOver || isBack || lentBy === undefined ? {} : { lentBy };
};

/** The state with the lead's new place counted into the load; the very same when nothing moved. */
const loaded = (scene: Scene, state: State, decision: Decision): State => {
  const changes = loadChanges(scene.before, decision);
  return changes.length === 0 ? state : withLoad(state, changes);
};

/**
 * Carries out a move: a price goes back, turns end, the lead finds its place. Load and effects follow from
 * the places before and after.
 */
export const settle = (scene: Scene, before: State, move: Move): Outcome => {
  const { lost = [], setAside = [], refund: back, among } = held(scene, "move", moveShape, move);
  const paid = refunded(scene, before, back);
  const start = joined(paid, scene.roster);
  const account = openAccount(scene, withLostTurns(scene, start, lost, among));
  const orders = asking(scene, account, united(scene.before?.tried ?? [], [...lost, ...setAside]));

  const ranking: StartQuestion["ranking"] = (ask) => orders.ask(ask).ranked.ranking;
  const place = () => move.place(ranking, candidateIn(scene, account), orders.tried());
  const given = call(["delivery", scene.parts.delivery.name], place);
  const placement = nobodyFound(scene, account, held(scene, "place", placementShape, given), orders.last());
  if (placement.status === "unassigned" && move.ifNobody !== undefined)
    return settle(scene, before, move.ifNobody);
  const { state: settled, place: stands } = settledIn(scene, account, placement, orders, move, before);

  const asked = orders.last();
  const keeps = keepsHolder(scene, stands, back);
  const happened = happenings(scene, move, stands, keeps);
  const turned = narrowed(scene, among);
  const state = notedFor({ turned, taken: asked?.scene ?? turned }, account, settled, happened);
  const counts = asked === undefined ? countsBefore(scene) : countsOf(asked.ranked);
  const tried = orders.tried();
  const stillTried = stands.status === "assigned" ? tried.filter((id) => id !== stands.repId) : tried;
  const { lapses = scene.before?.lapses } = move;
  const kept = { ...lenderOf(scene, move, stands), ...(lapses === undefined ? {} : { lapses }) };
  const fresh = decisionBase(scene, before, counts, stillTried, kept);
  const base = keeps && scene.before ? { ...fresh, ledger: scene.before.ledger } : fresh;
  const decision = trust(stands === scene.before ? { ...scene.before, ...base } : placed(base, stands));
  const after = loaded(scene, state, decision);
  const isSame = paid === before && after === start;
  const isOld = isSame && isOldNews(scene.before, decision);
  return {
    decision: isOld ? scene.before : decision,
    state: isSame ? before : nextVersion(before, after),
    effects: isOld ? [] : effectsOf(scene.before, decision),
    ...explained(account, asked, decision),
  };
};

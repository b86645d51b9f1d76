import type { AssignedPlace } from "../model/decision.js";
import type { Assign } from "../model/delivery.js";
import type { Candidate, Ranking } from "../model/selector.js";
import type { State } from "../model/state.js";
import { book } from "./book.js";
import { effortOf } from "./effort.js";
import { checkedHand } from "./hands.js";
import type { Ranked } from "./ranking.js";
import type { Account, Scene } from "./scene.js";
import { standingOf } from "./standingOf.js";

const firstOther = (ranking: Ranking, taker: Candidate): Candidate | undefined =>
  ranking.at(0)?.place === taker.place ? ranking.at(1) : ranking.at(0);

/** The place of a holder who made first contact now. */
const workedPlace = (
  { status, repId, share, price, effort, standing, runnerUp }: AssignedPlace,
  { nowMs }: Scene,
): AssignedPlace => ({
  status,
  repId,
  share,
  price,
  ...(effort === undefined ? {} : { effort }),
  standing,
  ...(runnerUp === undefined ? {} : { runnerUp }),
  workedAtMs: nowMs + 0,
});

/** A move by hand asks nobody. */
const NOBODY_ELSE = { candidates: [], ranking: [] };

/**
 * One rep takes the lead: the turn is booked, if it counts, and the decision keeps what it meant. Who was not in the order is
 * checked as of before the move's bookings, as the delivery was told.
 */
export const taken = (
  scene: Scene,
  account: Account,
  ranked: () => Ranked,
  { repId, counts, worked = false }: Assign,
  { isPaidBack, before: unmoved }: { readonly isPaidBack: boolean; readonly before: Account },
): { readonly state: State; readonly place: AssignedPlace } => {
  const { before } = scene;
  if (!counts && !isPaidBack && before?.status === "assigned" && before.repId === repId)
    return { state: account.state, place: worked ? workedPlace(before, scene) : before };
  const { candidates, ranking } = counts ? ranked() : NOBODY_ELSE;
  // A candidate has just passed every filter.
  const taker = candidates.find(({ id }) => id === repId) ?? checkedHand(scene, unmoved, repId);
  const standing = standingOf(account, taker);
  const { state, share, price } = counts
    ? book(scene, account, candidates, taker, "taken")
    : { state: account.state, share: 0, price: 0 };
  const other = firstOther(ranking, taker);
  const runnerUp = other === undefined ? {} : { runnerUp: standingOf(account, other) };
  const effort = effortOf(scene.lead);
  return { state, place: { status: "assigned", repId, share, price, ...effort, standing, ...runnerUp } };
};

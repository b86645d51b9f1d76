import type { AssignedPlace } from "../model/decision.js";
import type { Assign } from "../model/delivery.js";
import type { Candidate, Ranking } from "../model/selector.js";
import type { State } from "../model/state.js";
import { book } from "./book.js";
import { effortOf } from "./effort.js";
import { checkedHand } from "./hands.js";
import type { Ranked } from "./ranking.js";
import { type Account, repOf, type Scene } from "./scene.js";
import { standingOf } from "./standingOf.js";

const firstOther = (ranking: Ranking, taker: Candidate): Candidate | undefined =>
  ranking.at(0)?.place === taker.place ? ranking.at(1) : ranking.at(0);

type Said = Pick<Assign, "dueAtMs" | "reminded" | "wakeAtMs" | "byHand">;

/** What a delivery says of a lead that somebody has. */
const saidOf = ({ dueAtMs, reminded, wakeAtMs, byHand }: Said): Partial<AssignedPlace> => ({
  ...(dueAtMs === undefined ? {} : { dueAtMs: dueAtMs + 0 }),
  ...(reminded === undefined ? {} : { reminded: reminded + 0 }),
  ...(wakeAtMs === undefined ? {} : { wakeAtMs: wakeAtMs + 0 }),
  ...(byHand === undefined ? {} : { byHand }),
});

/** The place without what belongs to decisions as such. */
const placeIn = (place: AssignedPlace): AssignedPlace => {
  const { status, repId, share, price, effort, standing, runnerUp, sinceMs, workedAtMs } = place;
  return {
    status,
    repId,
    share,
    price,
    ...(effort === undefined ? {} : { effort }),
    standing,
    ...(runnerUp === undefined ? {} : { runnerUp }),
    sinceMs,
    ...(workedAtMs === undefined ? {} : { workedAtMs }),
    ...saidOf(place),
  };
};

/** The place of a holder who keeps the lead: the very same where nothing new is said of it. First contact ends the waiting for it. */
const keptPlace = (before: AssignedPlace, assign: Assign, { nowMs }: Scene): AssignedPlace => {
  const said = saidOf(assign);
  if (assign.worked !== true && Object.keys(said).length === 0) return before;
  const { wakeAtMs, ...place } = { ...placeIn(before), ...said };
  if (assign.worked === true) return { ...place, workedAtMs: nowMs + 0 };
  return wakeAtMs === undefined ? place : { ...place, wakeAtMs };
};

/** A move by hand asks nobody. */
const NOBODY_ELSE: Pick<Ranked, "candidates" | "ranking" | "owed"> = {
  candidates: [],
  ranking: [],
  owed: [],
};

/**
 * One rep takes the lead: the turn is booked, if it counts, and the decision keeps what it meant.
 */
export const taken = (
  scene: Scene,
  account: Account,
  ranked: () => Ranked,
  assign: Assign,
  { isPaidBack, before: unmoved }: { readonly isPaidBack: boolean; readonly before: Account },
): { readonly state: State; readonly place: AssignedPlace } => {
  const { before } = scene;
  const { repId, counts } = assign;
  if (!counts && !isPaidBack && before?.status === "assigned" && before.repId === repId)
    return { state: account.state, place: keptPlace(before, assign, scene) };
  const inPlay = counts ? ranked() : NOBODY_ELSE;
  const { candidates, ranking } = inPlay;
  const rep = repOf(scene, repId);
  // A candidate has just passed every filter.
  const isInPlay = rep !== undefined && candidates.includes(rep);
  const taker = isInPlay ? rep : checkedHand(scene, [unmoved, account], repId);
  const standing = standingOf(account, taker);
  const { state, share, price } = counts
    ? book(scene, account, inPlay, taker, "taken")
    : { state: account.state, share: 0, price: 0 };
  const other = firstOther(ranking, taker);
  const runnerUp = other === undefined ? {} : { runnerUp: standingOf(account, other) };
  const effort = effortOf(scene.lead);
  const sinceMs = scene.nowMs + 0;
  return {
    state,
    place: {
      status: "assigned",
      repId,
      share,
      price,
      ...effort,
      standing,
      ...runnerUp,
      sinceMs,
      ...saidOf(assign),
    },
  };
};

import { placeOf } from "../internal/codeUnits.js";
import type { Decision } from "../model/decision.js";
import type { Placement } from "../model/delivery.js";
import type { RepId } from "../model/id.js";
import type { Candidate } from "../model/selector.js";
import { blame } from "./blame.js";
import { exclusionOf } from "./eligibility.js";
import type { Account, Scene } from "./scene.js";

/** The rep of that id on the scene's roster. */
export const repOf = (scene: Scene, repId: RepId): Candidate | undefined =>
  scene.roster.reps[placeOf(scene.roster.ids, repId)];

const complain = (scene: Scene, message: string): never =>
  blame(["delivery", scene.parts.delivery.name], message);

/** Whoever newly gets a hand on the lead must be on the roster and pass every filter now. */
export const checkedHand = (scene: Scene, account: Account, repId: RepId): Candidate => {
  const rep = repOf(scene, repId);
  if (rep === undefined)
    return complain(scene, `chose a rep who is not on the roster: ${JSON.stringify(repId)}`);
  const leftOut = exclusionOf(scene, account, rep);
  if (leftOut === undefined) return rep;
  return complain(scene, `chose a rep whom "${leftOut.by}" leaves out: ${JSON.stringify(repId)}`);
};

const offeredTo = (place: Placement | Decision | undefined): readonly RepId[] =>
  place?.status === "offered" ? place.offers.map(({ repId }) => repId) : [];

const pooledFor = (place: Placement | Decision | undefined): readonly RepId[] =>
  place?.status === "pooled" ? place.mayClaim : [];

/** Checks everybody who is offered the lead, or may claim it, and could not before. */
export const checkHands = (scene: Scene, account: Account, placement: Placement): void => {
  for (const handsOf of [offeredTo, pooledFor]) {
    const before = new Set(handsOf(scene.before));
    const hands = handsOf(placement);
    if (new Set(hands).size < hands.length) complain(scene, "chose a rep twice");
    for (const repId of hands) if (!before.has(repId)) checkedHand(scene, account, repId);
  }
};

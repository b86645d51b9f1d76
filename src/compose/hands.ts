import * as E from "fp-ts/lib/Either.js";
import { blame } from "../internal/blame.js";
import { quoted } from "../internal/quoted.js";
import type { Decision } from "../model/decision.js";
import type { LeftOut, Placement, StartQuestion } from "../model/delivery.js";
import type { RepId } from "../model/id.js";
import type { Candidate } from "../model/selector.js";
import type { State } from "../model/state.js";
import { exclusionOf } from "./eligibility.js";
import { narrowed } from "./narrowed.js";
import { type Account, openAccount, repOf, type Scene } from "./scene.js";
import { veiledFor } from "./veiled.js";

const complain = (scene: Scene, message: string): never =>
  blame(["delivery", scene.parts.delivery.name], message);

const NOT_ON_ROSTER = { passes: false, reason: "not on the roster" } as const;

/** Whether one rep may have the lead now, and if not, which stage says so and why. */
export const candidateIn =
  (scene: Scene, account: Account): StartQuestion["candidate"] =>
  (repId, filters): E.Either<LeftOut, Candidate> => {
    const rep = repOf(scene, repId);
    if (rep === undefined) return E.left({ repId, by: "roster", exclusion: NOT_ON_ROSTER });
    const leftOut = exclusionOf(narrowed(scene, filters), account, rep);
    return leftOut === undefined ? E.right(rep) : E.left(veiledFor(scene.before, leftOut));
  };

/** The same for a delivery, before anything has moved. The account is opened when first asked: most never ask. */
export const candidateFrom = (scene: Scene, state: State): StartQuestion["candidate"] => {
  let known: StartQuestion["candidate"] | undefined;
  return (repId, filters) => {
    known ??= candidateIn(scene, openAccount(scene, state));
    return known(repId, filters);
  };
};

/** Whoever newly gets a hand on the lead must be on the roster and pass every filter, as the delivery was told: before the move's bookings, or after. */
export const checkedHand = (scene: Scene, told: readonly Account[], repId: RepId): Candidate => {
  let by = "";
  for (const account of told) {
    const found = candidateIn(scene, account)(repId);
    if (E.isRight(found)) return found.right;
    by = found.left.by;
  }
  return complain(scene, `chose ${quoted(repId)}, whom "${by}" leaves out`);
};

/** Everybody who is asked about the lead in this place. */
const asked = (place: Placement | Decision | undefined): readonly RepId[] => {
  if (place?.status === "offered") return place.offers.map(({ repId }) => repId);
  return place?.status === "pooled" ? (place.mayClaim ?? []) : [];
};

/** Checks everybody who is asked about the lead, and was not before. */
export const checkHands = (scene: Scene, account: Account, placement: Placement): void => {
  const before = new Set(asked(scene.before));
  const hands = asked(placement);
  if (new Set(hands).size < hands.length) complain(scene, "chose a rep twice");
  for (const repId of hands) if (!before.has(repId)) checkedHand(scene, [account], repId);
};

import type { Either } from "fp-ts/lib/Either.js";
import { faultsOf, id, listOf } from "../check/shape.js";
import { placeOf } from "../internal/codeUnits.js";
import { CREDITS_PER_LEAD } from "../internal/credits.js";
import type { RepId } from "../model/id.js";
import type { Problem, Problems } from "../model/problem.js";
import type { State } from "../model/state.js";
import { addByHand } from "./addByHand.js";
import { type ByHand, byHandShape } from "./adjust.js";
import { change } from "./change.js";
import { join } from "./join.js";
import { ledgerOf } from "./ledger.js";
import { readState } from "./readState.js";

/**
 * Whom to set level, and with whom.
 *
 * @since 0.1.0
 */
export interface Levelling extends ByHand {
  /** Its peers, such as the team; the rep itself is none. Absent: everybody whom the state knows. */
  readonly peers?: readonly RepId[];
}

const shape = byHandShape({}, { peers: listOf(id) });

/** The places of the peers whom the state knows. */
const peersIn = ({ ids }: State, { repId, peers = ids }: Levelling): readonly number[] =>
  [...new Set(peers)].map((peer) => (peer === repId ? -1 : placeOf(ids, peer))).filter((place) => place >= 0);

const faultsIn = (state: State, levelling: Levelling): readonly Problem[] => {
  const faults = faultsOf("levelling", shape, levelling);
  const read = readState(state);
  if (faults.length > 0 || read._tag === "Left" || peersIn(read.right, levelling).length > 0) return faults;
  return [
    { path: ["levelling", "peers"], message: "must name somebody whom the state knows, beside the rep" },
  ];
};

/**
 * Sets what a rep is owed to the mean of its peers, so that it takes turns from now on as if it had stood among them all the time.
 *
 * For somebody who comes back, or joins, and is neither to keep its old place nor to catch up. It is remembered as an adjustment, as {@link adjust} says.
 *
 * @remarks
 * - **Units:** the mean is rounded down to whole credits. It comes out of `outside`, so no peer's account moves.
 * - **State:** a rep not seen before joins. Whoever stands level already leaves the state as it is.
 * - **Errors:** no peers whom the state knows, a reason that is missing, or a state that {@link readState} would refuse.
 * - **Cost:** O(reps ever seen).
 *
 * @see Chili Piper, whose distribution sets whoever returns to the average of the others
 *
 * @example
 * ```ts
 * const past = { ledger: "desk", counts: [{ repId: "ann", leads: 4 }, { repId: "bob", leads: 4 }, { repId: "cyd", leads: 1 }], mostLeads: 9 };
 * const state = unwrap(adoptCounts(emptyState({ seed: "s" }), past));
 * const levelled = unwrap(level(state, { ledger: "desk", repId: "cyd", reason: "back from leave", atMs: 0 }));
 * inspect(levelled).reps.map(({ owed }) => owed[0]?.leads); // => [-1, -1, -1]
 * ```
 *
 * @since 0.1.0
 */
export const level = (state: State, levelling: Levelling): Either<Problems, State> =>
  change(state, faultsIn(state, levelling), (good) => {
    const joined = join(good, [levelling.repId]);
    const { credits } = ledgerOf(joined, levelling.ledger);
    const peers = peersIn(joined, levelling);
    const sum = peers.reduce((total, place) => total + (credits[place] as number), 0);
    const mean = Math.floor(sum / peers.length) + 0;
    const added = mean - (credits[placeOf(joined.ids, levelling.repId)] as number);
    return added === 0 ? joined : addByHand(joined, levelling, mean, added / CREDITS_PER_LEAD);
  });

import { compareCodeUnits } from "../internal/codeUnits.js";
import type { Decision } from "../model/decision.js";
import { holderOf } from "../model/holderOf.js";
import type { RepId } from "../model/id.js";
import type { EpochMs } from "../model/instant.js";

/**
 * Options of {@link ownerAmong}.
 *
 * @since 0.1.0
 */
export interface OwnerAmongOptions {
  /** Leads that were closed before this moment tie nobody. Absent: however long ago. */
  readonly closedSinceMs?: EpochMs;
}

/** Open leads before closed ones, then the latest, then the smaller id. */
const compare = (a: Decision, b: Decision): number =>
  Number(a.status === "closed") - Number(b.status === "closed") ||
  b.atMs - a.atMs ||
  compareCodeUnits(a.leadId, b.leadId);

/**
 * Who owns a person, company or household, by the decisions about their earlier leads: whoever holds the one that changed
 * last; where all are closed, whoever held the last.
 *
 * Give the answer to the lead as its `ownerId`, and {@link owner} keeps it with that rep. Leads that nobody held, that were merged
 * into another or that turned out to be none (disqualified) say nothing. Of two that changed at one moment, the smaller lead id counts.
 *
 * @remarks
 * - **Units:** `closedSinceMs` is a moment; a lead that was closed at that very moment still counts.
 * - **Errors:** none. A rep who has left is given too: `whenGone` of {@link owner} says what follows.
 * - **Cost:** one sort of the decisions that are given; give those found under {@link matchKeys}, without the lead's own.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [owner()], selector: rotation() });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
 * const first = unwrap(strategy({ id: "l1", receivedAtMs: 0 }, roster, emptyState({ seed: "s" })));
 * const ownerId = ownerAmong([first.decision]);
 * const again = { id: "l2", receivedAtMs: 9, ...(ownerId === undefined ? {} : { ownerId }) };
 * [ownerId, holderOf(unwrap(strategy(again, roster, first.state)).decision)]; // => ["ann", "ann"]
 * ```
 *
 * @since 0.1.0
 */
export const ownerAmong = (
  decisions: readonly Decision[],
  { closedSinceMs = 0 }: OwnerAmongOptions = {},
): RepId | undefined => {
  const ties = decisions.filter((decision) => {
    if (holderOf(decision) === undefined) return false;
    if (decision.status !== "closed") return true;
    const { result, atMs } = decision;
    return result !== "merged" && result !== "disqualified" && atMs >= closedSinceMs;
  });
  const [first] = [...ties].sort(compare);
  return first === undefined ? undefined : holderOf(first);
};

import type { EventQuestion, Move, Refusal } from "../../model/delivery.js";
import type { Filter } from "../../model/filter.js";
import type { RepId } from "../../model/id.js";
import type { EventOf, Standing } from "../afterwards/of.js";
import { CLAIM_NOT_BEGUN, CLAIM_OVER, GAVE_UP, NOT_TOLD } from "../refusals.js";

/** Whom the lead lies open to at that moment, whatever the filters say. */
const refusalOf = (
  { mayClaim, tried = [], sinceMs = 0, wakeAtMs = Number.POSITIVE_INFINITY }: Standing<"pooled">,
  repId: RepId,
  atMs: number,
): Refusal | undefined => {
  if (atMs < sinceMs) return CLAIM_NOT_BEGUN;
  if (atMs >= wakeAtMs) return CLAIM_OVER;
  if (mayClaim !== undefined) return mayClaim.includes(repId) ? undefined : NOT_TOLD;
  return tried.includes(repId) ? GAVE_UP : undefined;
};

/**
 * The first claim that is heard wins, if it was made in time and every filter lets its rep through now; the turn is booked among
 * those in play. At the very moment of the end the end wins.
 */
export const onClaimed = (
  { candidate }: Pick<EventQuestion, "candidate">,
  { repId, atMs }: EventOf<"claimed">,
  decision: Standing<"pooled">,
  filters: readonly Filter[],
): Move | Refusal => {
  const refusal = refusalOf(decision, repId, atMs);
  if (refusal !== undefined) return refusal;
  const found = candidate(repId, filters);
  if (found._tag === "Left") return { rule: found.left.by, reason: found.left.exclusion.reason };
  return { among: filters, place: () => ({ status: "assigned", repId, counts: true }) };
};

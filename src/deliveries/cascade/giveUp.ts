import type { Placement, StartQuestion } from "../../model/delivery.js";
import type { RepId } from "../../model/id.js";
import { giveUp as giveUpTo, NOBODY_ACCEPTED } from "../whenNobody/giveUp.js";
import type { Plan } from "./plan.js";
import { filtersOf } from "./rings.js";

/** Who was asked, by what came of it. */
export interface Asked {
  readonly silent: readonly RepId[];
  readonly declined: readonly RepId[];
}

/**
 * Nobody is left to ask. Whoever was silent may claim the lead where that is meant; else the last ring is asked for, so that the
 * decision counts who was there.
 */
export const giveUp = (
  plan: Plan,
  question: StartQuestion,
  wasOffered: boolean,
  { silent, declined }: Asked = { silent: [], declined: [] },
): Placement => {
  const { silentMayClaimForMs, whenUnclaimed } = plan.end;
  const { nowMs, candidate, ranking } = question;
  ranking({ filters: filtersOf(plan, { ring: plan.rings.length - 1 }) });
  const mayClaim =
    silentMayClaimForMs === 0
      ? []
      : [...new Set(silent)].filter((repId) => candidate(repId)._tag === "Right");
  if (mayClaim.length > 0)
    return { status: "pooled", mode: "open", mayClaim, wakeAtMs: nowMs + silentMayClaimForMs };
  const because = wasOffered ? NOBODY_ACCEPTED : undefined;
  return giveUpTo({ whenNobody: whenUnclaimed, because, asked: [...silent, ...declined] }, question);
};

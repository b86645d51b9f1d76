import { without } from "../../internal/without.js";
import type { Decision } from "../../model/decision.js";
import type { EventQuestion, Move, Refusal } from "../../model/delivery.js";
import { dealtOn } from "../afterwards/deal.js";
import type { Standing } from "../afterwards/of.js";
import { notDue } from "../claims/notDue.js";
import { onClaimed } from "../claims/onClaimed.js";
import { NOBODY_ELSE } from "../refusals.js";
import { giveUp as giveUpTo, NOBODY_ACCEPTED } from "../whenNobody/giveUp.js";
import type { Plan } from "./plan.js";
import { filtersOf, findsInRings } from "./rings.js";

/** Whether those who were silent may claim the lead: only they gave it up before and may have it all the same. */
export const isSilentRace = (decision: Decision): decision is Standing<"pooled"> => {
  if (decision.status !== "pooled" || decision.mayClaim === undefined) return false;
  return without(decision.mayClaim, decision.tried ?? []).length === 0;
};

/** What happens to a lead that those who were silent may claim; nothing is said of what happens to it as to any other. */
export const onSilentRace = (
  plan: Plan,
  question: EventQuestion,
  decision: Standing<"pooled">,
): Move | Refusal | undefined => {
  const { event } = question;
  switch (event.type) {
    case "claimed":
      return onClaimed(question, event, decision, []);
    case "expired":
    case "woken":
      return (
        notDue(event, decision) ?? {
          place: dealtOn((start) => {
            start.ranking({ filters: filtersOf(plan, { ring: plan.rings.length - 1 }) });
            const asked = decision.mayClaim ?? [];
            return giveUpTo({ whenNobody: plan.end.whenUnclaimed, because: NOBODY_ACCEPTED, asked }, start);
          }, question),
        }
      );
    case "updated":
      return plan.lookAgainUntil === "offered" || findsInRings(plan, question) ? undefined : NOBODY_ELSE;
    default:
      return undefined;
  }
};

import type { LeadEvent } from "../../../src/index.js";
import type { Story } from "./desk.js";
import { ruleAgainstWake, waitsForContact } from "./service.js";
import { type Question, ruleAgainst, survey } from "./survey.js";

type Answer = Extract<
  LeadEvent,
  { readonly repId: string; readonly type: "accepted" | "declined" | "claimed" }
>;

const withoutOffer = ({ spot, tried }: Story, repId: string): string => {
  if (spot.status === "assigned") return spot.repId === repId ? "held-already" : "lead-taken";
  return tried.has(repId) ? "offer-over" : "no-offer";
};

const ofAnswer = (question: Question, story: Story, { type, repId, atMs }: Answer): string | undefined => {
  const { spot } = story;
  if (type === "claimed") return spot.status === "assigned" ? withoutOffer(story, repId) : "not-claimable";
  const offer = spot.status === "offered" ? spot.offers.find((each) => each.repId === repId) : undefined;
  if (offer === undefined) return withoutOffer(story, repId);
  if (atMs < offer.sinceMs) return "offer-not-begun";
  if (atMs >= offer.untilMs) return "offer-over";
  return type === "accepted" ? ruleAgainst(question, repId) : undefined;
};

const isDue = ({ spot }: Story, atMs: number): boolean =>
  spot.status === "offered" && spot.offers.some(({ untilMs }) => untilMs <= atMs);

const ofUpdate = (question: Question, { spot, tried }: Story): string | undefined => {
  const { lookAgainUntil } = question.desk.setup;
  if (spot.status === "offered") return lookAgainUntil === "offered" ? "settled" : undefined;
  if (spot.status !== "assigned") return undefined;
  if (lookAgainUntil !== "worked") return "settled";
  if (spot.workedAtMs !== undefined) return "worked-already";
  if (ruleAgainst(question, spot.repId) === undefined) return "holder-fits";
  return survey(question, tried).order.length === 0 ? "nobody-else" : undefined;
};

/** The rule by which an event is refused; nothing for one that is answered. */
export const refusalOf = (question: Question, story: Story, event: LeadEvent): string | undefined => {
  const { spot } = story;
  const holder = spot.status === "assigned" ? spot.repId : undefined;
  if (spot.status === "closed") return "lead-closed";
  switch (event.type) {
    case "accepted":
    case "declined":
    case "claimed":
      return ofAnswer(question, story, event);
    case "expired":
      if (waitsForContact(spot)) return ruleAgainstWake(story, event);
      if (spot.status !== "offered") return "no-offer";
      return isDue(story, event.atMs) ? undefined : "not-due";
    case "woken":
      if (waitsForContact(spot)) return ruleAgainstWake(story, event);
      if (spot.status === "assigned") return "not-waiting";
      return spot.status === "unassigned" || isDue(story, event.atMs) ? undefined : "not-due";
    case "updated":
      return ofUpdate(question, story);
    case "opened":
      return "no-segments";
    case "released":
      if (spot.status === "offered" && spot.offers.some(({ repId }) => repId === event.repId))
        return undefined;
      if (holder === undefined) return "not-held";
      return event.repId !== undefined && event.repId !== holder ? "not-holder" : undefined;
    case "returned":
    case "worked":
      if (holder === undefined) return "not-held";
      if (event.repId !== undefined && event.repId !== holder) return "not-holder";
      return event.type === "worked" && spot.status === "assigned" && spot.workedAtMs !== undefined
        ? "worked-already"
        : undefined;
    case "reassigned":
      return event.to === holder ? "held-already" : ruleAgainst(question, event.to);
    case "closed":
      return undefined;
    case "merged":
      return event.into === question.leadId ? "into-itself" : undefined;
  }
};

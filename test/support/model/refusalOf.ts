import type { LeadEvent } from "../../../src/index.js";
import type { Story } from "./desk.js";
import { alsoFor } from "./pull.js";
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

const ofClaim = (
  question: Question,
  { tried }: Story,
  spot: Extract<Story["spot"], { readonly status: "pooled" }>,
  repId: string,
  atMs: number,
): string | undefined => {
  if (atMs < spot.sinceMs) return "claim-not-begun";
  if (spot.wakeAtMs !== undefined && atMs >= spot.wakeAtMs) return "claim-over";
  if (spot.mayClaim === undefined && tried.has(repId)) return "gave-up";
  if (spot.mayClaim?.includes(repId) === false) return "not-told";
  return ruleAgainst(question, repId, alsoFor(question.desk.setup, spot));
};

/** Whether anybody may have the lead who did not give it up, in any group of a race. */
const findsAnybody = (question: Question, { tried }: Story): boolean => {
  const { groups = [{ filters: [] }] } = question.desk.setup.race ?? {};
  return groups.some(({ filters }) => survey(question, tried, filters).order.length > 0);
};

/** Why a lead that lies in a pool or is put aside is not taken further. */
const ofWaking = (question: Question, story: Story, event: LeadEvent): string | undefined => {
  const { spot } = story;
  if (spot.status !== "pooled" && spot.status !== "parked") return "not-waiting";
  if (spot.status === "parked" && event.type === "expired") return "no-offer";
  if (spot.wakeAtMs === undefined) return "not-waiting";
  if (event.atMs >= spot.wakeAtMs) return undefined;
  const isEarly = event.type === "woken" && event.isEarly === true;
  const mayBeEarly = isEarly && spot.status === "parked" && spot.suggested === undefined;
  return mayBeEarly && findsAnybody(question, story) ? undefined : "not-due";
};

const ofOpening = (question: Question, { spot, tried }: Story, segment: string): string | undefined => {
  const { segments } = question.desk.setup;
  if (segments === undefined) return "no-segments";
  const also = segments[segment];
  if (also === undefined) return "no-such-segment";
  if (spot.status === "assigned") return "lead-taken";
  return survey(question, tried, also).order.length === 0 ? "segment-empty" : undefined;
};

const ofAnswer = (question: Question, story: Story, { type, repId, atMs }: Answer): string | undefined => {
  const { spot } = story;
  if (type === "claimed" && spot.status === "pooled") return ofClaim(question, story, spot, repId, atMs);
  if (type === "claimed") return spot.status === "assigned" ? withoutOffer(story, repId) : "not-claimable";
  const offer = spot.status === "offered" ? spot.offers.find((each) => each.repId === repId) : undefined;
  if (offer === undefined) return withoutOffer(story, repId);
  if (atMs < offer.sinceMs) return "offer-not-begun";
  if (atMs >= offer.untilMs) return "offer-over";
  return type === "accepted" ? ruleAgainst(question, repId) : undefined;
};

const isDue = ({ spot }: Story, atMs: number): boolean =>
  spot.status === "offered" && spot.offers.some(({ untilMs }) => untilMs <= atMs);

const ofUpdate = (question: Question, story: Story): string | undefined => {
  const { spot } = story;
  const { lookAgainUntil, offers } = question.desk.setup;
  if (spot.status === "pooled" && lookAgainUntil !== "offered" && offers !== undefined)
    return findsAnybody(question, story) ? undefined : "nobody-else";
  if (spot.status === "offered" || spot.status === "pooled")
    return lookAgainUntil === "offered" ? "settled" : undefined;
  if (spot.status !== "assigned") return undefined;
  if (lookAgainUntil !== "worked") return "settled";
  if (spot.workedAtMs !== undefined) return "worked-already";
  if (ruleAgainst(question, spot.repId) === undefined) return "holder-fits";
  return findsAnybody(question, story) ? undefined : "nobody-else";
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
      if (spot.status === "pooled") return ofWaking(question, story, event);
      if (spot.status !== "offered") return "no-offer";
      return isDue(story, event.atMs) ? undefined : "not-due";
    case "woken":
      if (waitsForContact(spot)) return ruleAgainstWake(story, event);
      if (spot.status === "unassigned") return undefined;
      if (spot.status !== "offered") return ofWaking(question, story, event);
      return isDue(story, event.atMs) ? undefined : "not-due";
    case "updated":
      return ofUpdate(question, story);
    case "opened":
      return ofOpening(question, story, event.segment);
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

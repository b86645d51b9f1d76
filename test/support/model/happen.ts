import type { LeadEvent, Rep } from "../../../src/index.js";
import { refundsOf } from "./books.js";
import { type Dealt, deal, offerOn, take, without } from "./deal.js";
import { effortOf, type Spot, type Story, saidEffort, standOf } from "./desk.js";
import { wake } from "./service.js";
import { bookTurn, type Question } from "./survey.js";

const giveBack = ({ desk }: Question, { spot }: Story): void => {
  if (spot.status !== "assigned" || !spot.isPaid) return;
  if (refundsOf(desk.books, spot.repId) < desk.setup.refundsPerRep)
    desk.books.push({ type: "refund", repId: spot.repId });
};

/** Books the turns of those who gave the lead up, silent ones first, as far as they count; each is then out of play. */
const loseTurns = (
  question: Question,
  story: Story,
  silent: readonly string[],
  declined: readonly string[],
): ReadonlySet<string> => {
  const { whenSilent, whenDeclined } = question.desk.setup.offers ?? {};
  const gone = new Set(story.tried);
  const counting = [
    ...(whenSilent === "counts" ? silent : []),
    ...(whenDeclined === "counts" ? declined : []),
  ];
  for (const repId of counting) {
    bookTurn(question, gone, repId);
    gone.add(repId);
  }
  return new Set([...story.tried, ...silent, ...declined]);
};

const ofOffers = (
  question: Question,
  story: Story,
  event: Extract<LeadEvent, { readonly type: "accepted" | "declined" | "expired" | "woken" | "released" }>,
): Dealt => {
  const { spot } = story;
  if (spot.status !== "offered") throw new Error("the model answers an offer that is not open");
  const silent = spot.offers.filter(({ untilMs }) => untilMs <= event.atMs).map(({ repId }) => repId);
  const declined = event.type === "declined" ? [event.repId] : [];
  const withdrawn = event.type === "released" && event.repId !== undefined ? [event.repId] : [];
  const tried = new Set([...loseTurns(question, story, silent, declined), ...withdrawn]);
  if (event.type === "accepted") return take(question, tried, event.repId);
  const gone = [...silent, ...declined, ...withdrawn];
  const open = spot.offers.filter(({ repId }) => !gone.includes(repId));
  return offerOn(question, question.atMs, {
    open,
    pass: spot.offers[0]?.round ?? 1,
    offersMade: spot.offersMade,
    tried,
    declined: new Set([...spot.declined, ...declined]),
    silent: new Set([...spot.silent, ...silent]),
  });
};

const byHand = (question: Question, story: Story, to: string): Dealt => {
  const { desk, roster, leadId } = question;
  const { spot, tried } = story;
  giveBack(question, story);
  const rep = roster.reps.find(({ id }) => id === to) as Rep;
  const gaveUp = spot.status === "assigned" ? [spot.repId] : [];
  return {
    spot: {
      status: "assigned",
      repId: to,
      share: 0,
      isPaid: false,
      ...saidEffort(effortOf(desk, leadId)),
      standing: standOf(desk, rep, leadId),
      sinceMs: question.atMs,
    },
    tried: without([...tried, ...gaveUp], [to]),
    lentBy: { to: undefined },
  };
};

/** With first contact nothing is waited for any more. */
const worked = ({ wakeAtMs: _, ...spot }: Extract<Spot, { status: "assigned" }>, atMs: number): Spot => ({
  ...spot,
  workedAtMs: atMs,
});

const ended = (
  question: Question,
  story: Story,
  event: Extract<LeadEvent, { readonly type: "closed" | "merged" }>,
): Dealt => {
  const { spot, tried } = story;
  if (event.type === "merged" || event.result === "no-show") giveBack(question, story);
  const holder = spot.status === "assigned" ? { repId: spot.repId } : {};
  const end =
    event.type === "merged"
      ? { result: "merged" as const, into: event.into }
      : { result: event.result, ...(event.value === undefined ? {} : { value: event.value }) };
  return { spot: { status: "closed", ...holder, ...end }, tried };
};

const ANSWERS: readonly LeadEvent["type"][] = ["accepted", "declined", "expired", "woken", "released"];

/** Whatever else happens to a lead that is offered: the offers that have run out by then are over. */
const swept = (question: Question, story: Story, { type, atMs }: LeadEvent): Story => {
  const { spot } = story;
  if (spot.status !== "offered" || ANSWERS.includes(type)) return story;
  const silent = spot.offers.filter(({ untilMs }) => untilMs <= atMs).map(({ repId }) => repId);
  return { ...story, tried: loseTurns(question, story, silent, []) };
};

/** What an event that is not refused does to a lead: the books are written, and the lead has a new place. */
export const happen = (question: Question, before: Story, event: LeadEvent): Dealt => {
  const story = swept(question, before, event);
  const { spot, tried } = story;
  const nowMs = question.atMs;
  switch (event.type) {
    case "expired":
      if (spot.status === "assigned") return wake(question, story, () => giveBack(question, story));
      return ofOffers(question, story, event);
    case "accepted":
    case "declined":
      return ofOffers(question, story, event);
    case "woken":
      if (spot.status === "assigned") return wake(question, story, () => giveBack(question, story));
      return spot.status === "offered" ? ofOffers(question, story, event) : deal(question, nowMs, tried);
    case "updated":
      giveBack(question, story);
      return deal(question, nowMs, tried);
    case "returned":
      if (spot.status !== "assigned") break;
      giveBack(question, story);
      return deal(question, nowMs, new Set([...tried, spot.repId]));
    case "released": {
      if (spot.status !== "assigned") return ofOffers(question, story, event);
      giveBack(question, story);
      const to = event.isTemporary === true ? (story.lentBy ?? spot.repId) : undefined;
      return { ...deal(question, nowMs, new Set([...tried, spot.repId])), lentBy: { to } };
    }
    case "worked":
      if (spot.status !== "assigned") break;
      return { spot: worked(spot, question.atMs), tried };
    case "reassigned":
      return byHand(question, story, event.to);
    case "closed":
    case "merged":
      return ended(question, story, event);
    case "claimed":
    case "opened":
      break;
  }
  throw new Error("the model answers what it should refuse");
};

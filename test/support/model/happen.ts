import type { LeadEvent, Rep } from "../../../src/index.js";
import { refundsOf } from "./books.js";
import { type Dealt, deal, nobody, offerOn, push, take, without } from "./deal.js";
import { effortOf, type Spot, type Story, saidEffort, standOf } from "./desk.js";
import { alsoFor, awaitManager, openRace, openSegment } from "./pull.js";
import { wake } from "./service.js";
import { bookTurn, type Question } from "./survey.js";

/** By default: what the holder could not help, and what was no lead. */
const GIVES_BACK: readonly string[] = [
  "returned",
  "noShow",
  "merged",
  "reassignedAway",
  "released",
  "updated",
];

const policyOf = ({ desk }: Question, row: string): string => {
  const said = Object.entries(desk.setup.policy ?? {}).find(([name]) => name === row)?.[1];
  return said ?? (GIVES_BACK.includes(row) ? "givesBack" : "counts");
};

const giveBack = (question: Question, { spot }: Story, row: string): void => {
  const { desk } = question;
  if (policyOf(question, row) !== "givesBack") return;
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
  const gone = new Set(story.tried);
  const counting = [
    ...(policyOf(question, "timedOut") === "counts" ? silent : []),
    ...(policyOf(question, "refused") === "counts" ? declined : []),
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

/** The time of a lead is over that nobody was offered: it lay in a pool, or was put aside. */
const ofWaiting = (question: Question, { spot, tried }: Story): Dealt => {
  const { race, manual, offers } = question.desk.setup;
  if (spot.status === "pooled" && offers !== undefined) return nobody(question, tried, "nobody-accepted");
  if (spot.status === "pooled" && race !== undefined && spot.segment === undefined)
    return openRace(question, tried, (spot.group ?? 0) + 1, true);
  if (spot.status === "parked" && spot.suggested !== undefined && manual !== undefined)
    return question.desk.setup.parkForMs === undefined
      ? push(question, tried, undefined)
      : nobody(question, tried, "nobody-decided");
  return deal(question, question.atMs, tried);
};

/** Whether the lead is aside because nobody had it: then everybody is asked again, unless it is woken before its time. */
const isGivenUp = ({ spot }: Story): boolean => spot.status === "parked" && spot.suggested === undefined;

const isEarly = ({ spot }: Story, event: LeadEvent): boolean =>
  spot.status === "parked" && event.type === "woken" && event.atMs < spot.wakeAtMs;

/** Somebody who was asked deals the lead: booked, or only moved. */
const dealtByHand = (question: Question, story: Story, to: string, suggested: readonly string[]): Dealt => {
  const { approved = "counts", overridden = "ignored" } = question.desk.setup.policy ?? {};
  const isApproved = suggested[0] === to;
  const counts = (isApproved ? approved : overridden) === "counts";
  const dealt = counts ? take(question, story.tried, to) : byHand(question, story, to);
  if (dealt.spot.status !== "assigned") throw new Error("the model dealt a lead to nobody");
  const how = isApproved ? ("approved" as const) : ("overridden" as const);
  return { ...dealt, spot: { ...dealt.spot, byHand: how }, lentBy: { to: undefined } };
};

const byHand = (question: Question, story: Story, to: string): Dealt => {
  const { desk, roster, leadId } = question;
  const { spot, tried } = story;
  giveBack(question, story, "reassignedAway");
  const rep = roster.reps.find(({ id }) => id === to) as Rep;
  const gaveUp = spot.status === "assigned" && story.lentBy !== to ? [spot.repId] : [];
  if (desk.setup.policy?.reassignedTo === "counts")
    return { ...take(question, new Set([...tried, ...gaveUp]), to), lentBy: { to: undefined } };
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
  giveBack(question, story, event.type === "merged" ? "merged" : event.result.replace("-show", "Show"));
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
  const isAgain = isGivenUp(story) && !isEarly(story, event) && ["woken", "updated"].includes(event.type);
  if (isAgain) return deal(question, question.atMs, new Set());
  const { spot, tried } = story;
  const nowMs = question.atMs;
  switch (event.type) {
    case "accepted":
    case "declined":
      return ofOffers(question, story, event);
    case "expired":
      if (spot.status === "assigned")
        return wake(question, story, () => giveBack(question, story, "returned"));
      return spot.status === "offered" ? ofOffers(question, story, event) : ofWaiting(question, story);
    case "woken":
      if (spot.status === "assigned")
        return wake(question, story, () => giveBack(question, story, "returned"));
      return spot.status === "offered" ? ofOffers(question, story, event) : ofWaiting(question, story);
    case "updated":
      giveBack(question, story, "updated");
      return spot.status === "parked" && spot.suggested !== undefined
        ? awaitManager(question, tried, spot.wakeAtMs)
        : deal(question, nowMs, tried);
    case "returned":
      if (spot.status !== "assigned") break;
      giveBack(question, story, "returned");
      return deal(question, nowMs, new Set([...tried, spot.repId]));
    case "released": {
      if (spot.status !== "assigned") return ofOffers(question, story, event);
      giveBack(question, story, "released");
      const to = event.isTemporary === true ? (story.lentBy ?? spot.repId) : undefined;
      return { ...deal(question, nowMs, new Set([...tried, spot.repId])), lentBy: { to } };
    }
    case "worked":
      if (spot.status !== "assigned") break;
      return { spot: worked(spot, question.atMs), tried };
    case "reassigned":
      return spot.status === "parked" && spot.suggested !== undefined
        ? dealtByHand(question, story, event.to, spot.suggested)
        : byHand(question, story, event.to);
    case "closed":
    case "merged":
      return ended(question, story, event);
    case "claimed":
      if (spot.status !== "pooled") break;
      return take(question, tried, event.repId, alsoFor(question.desk.setup, spot));
    case "opened":
      return openSegment(question, tried, event.segment);
  }
  throw new Error("the model answers what it should refuse");
};

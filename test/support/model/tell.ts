import type { Lead, LeadEvent, Roster } from "../../../src/index.js";
import { accountsOf, refundsOf, writtenLate } from "./books.js";
import { type Dealt, deal } from "./deal.js";
import { type Desk, holds, type Story } from "./desk.js";
import { happen } from "./happen.js";
import { refusalOf } from "./refusalOf.js";
import { awaited } from "./service.js";
import type { Question } from "./survey.js";

const EVENT_IDS_KEPT = 32;

/** What a lead is told to be, as far as a person would see it. */
const seen = ({ spot, leftOut, tried }: Story): string => JSON.stringify([spot, leftOut, [...tried].sort()]);

const newStory = (): Story => ({
  spot: { status: "unassigned", reason: "" },
  atMs: 0,
  revision: -1,
  stateVersion: 0,
  eventIds: [],
  tried: new Set(),
  lentBy: undefined,
  lapses: 0,
  leftOut: [],
  candidates: 0,
});

const loadsOf = (desk: Desk, ids: Iterable<string>): string =>
  JSON.stringify([...ids].sort().map((id) => [id, holds(desk, id)]));

/** What the ledger holds: that anything was booked at all, every account that is not level, and the refunds. */
const writtenIn = ({ books }: Desk): string =>
  JSON.stringify([
    books.length > 0,
    [...accountsOf(books)]
      .filter(([, parts]) => parts !== 0n)
      .map(([id, parts]) => [id, String(parts)])
      .sort(),
    refundsOf(books),
    [...(writtenLate(books) ?? [["nothing", { parts: 0n, untilMs: -1 }] as const])]
      .filter(([, { parts, untilMs }]) => parts !== 0n || untilMs !== 0)
      .map(([id, { parts, untilMs }]) => [id, String(parts), untilMs])
      .sort(),
  ]);

/** Carries out what was dealt. The desk changes when an account, the refunds or somebody's load do. */
const carryOut = (
  { desk, roster, leadId, atMs }: Question,
  before: Story | undefined,
  dealt: () => Dealt,
  eventId: readonly string[],
): void => {
  const everybody = new Set([...desk.known, ...roster.reps.map(({ id }) => id)]);
  const [writtenBefore, loadBefore] = [writtenIn(desk), loadsOf(desk, everybody)];
  const old = before ?? newStory();
  const given = dealt();
  const { tried, lentBy, counts = { leftOut: old.leftOut, candidates: old.candidates } } = given;
  const spot = awaited(desk.setup, old.spot, given.spot, atMs);
  const { lapses = old.lapses } = given;
  const lender = lentBy === undefined ? old.lentBy : lentBy.to;
  const isBack = spot.status === "closed" || (spot.status === "assigned" && spot.repId === lender);
  const story: Story = {
    spot,
    tried,
    lentBy: isBack ? undefined : lender,
    lapses,
    ...counts,
    atMs,
    revision: old.revision + 1,
    stateVersion: desk.version,
    eventIds: [...old.eventIds, ...eventId].slice(-EVENT_IDS_KEPT),
  };
  const isNobodyStill = spot.status === "unassigned" && before !== undefined && seen(old) === seen(story);
  desk.stories.set(leadId, story);
  if (writtenIn(desk) !== writtenBefore || loadsOf(desk, everybody) !== loadBefore) {
    desk.version += 1;
    for (const id of everybody) desk.known.add(id);
  } else if (isNobodyStill) desk.stories.set(leadId, old);
};

/** A lead comes in, or comes in again. */
export const tellLead = (desk: Desk, lead: Lead, roster: Roster, nowMs: number): void => {
  desk.leads.set(lead.id, lead);
  const before = desk.stories.get(lead.id);
  if (before !== undefined && before.spot.status !== "unassigned") return;
  const atMs = Math.max(nowMs, before?.atMs ?? 0);
  const question = { desk, roster, leadId: lead.id, atMs };
  carryOut(question, before, () => deal(question, atMs, before?.tried ?? new Set()), []);
};

/** Something happens to a lead. Gives the rule that refuses it, if any. */
export const tellEvent = (desk: Desk, lead: Lead, event: LeadEvent, roster: Roster): string | undefined => {
  const leadId = lead.id;
  desk.leads.set(leadId, lead);
  const story = desk.stories.get(leadId);
  if (story === undefined) throw new Error("the model does not know the lead");
  if (story.eventIds.includes(event.id)) return undefined;
  const question = { desk, roster, leadId, atMs: Math.max(event.atMs, story.atMs) };
  const rule = refusalOf(question, story, event);
  if (rule === undefined) carryOut(question, story, () => happen(question, story, event), [event.id]);
  return rule;
};

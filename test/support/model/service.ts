import type { LeadEvent } from "../../../src/index.js";
import { type Dealt, deal } from "./deal.js";
import type { Spot, Story } from "./desk.js";
import type { Setup } from "./setup.js";
import { type Question, survey } from "./survey.js";

type Held = Extract<Spot, { readonly status: "assigned" }>;

/** Whether a lead waits for first contact. */
export const waitsForContact = (
  spot: Spot,
): spot is Held & { readonly dueAtMs: number; readonly wakeAtMs: number } =>
  spot.status === "assigned" && spot.workedAtMs === undefined && spot.dueAtMs !== undefined;

/** The first reminder that lies ahead, or the end. */
const wakeFor = ({ service }: Setup, dueAtMs: number, nowMs: number): number => {
  const reminders = (service?.remindBeforeMs ?? []).map((beforeMs) => dueAtMs - beforeMs);
  return Math.min(dueAtMs, ...reminders.filter((atMs) => atMs > nowMs));
};

const termFrom = (setup: Setup, nowMs: number) => {
  if (setup.service === undefined) return {};
  const dueAtMs = nowMs + setup.service.withinMs;
  return { dueAtMs, wakeAtMs: wakeFor(setup, dueAtMs, nowMs) };
};

/** Whoever newly has a lead has a time from now on; a spot that goes on from the one before says so itself. */
export const awaited = (setup: Setup, before: Spot, after: Spot, nowMs: number): Spot => {
  const isNew = after.status === "assigned" && after.standing !== (before as Partial<Held>).standing;
  return isNew ? { ...after, ...termFrom(setup, nowMs) } : after;
};

/** The rule against a wake of a lead that waits for first contact. */
export const ruleAgainstWake = ({ spot }: Story, { atMs }: LeadEvent): string | undefined =>
  waitsForContact(spot) && atMs < spot.wakeAtMs ? "not-due" : undefined;

const kept = (setup: Setup, spot: Held, nowMs: number): Spot => ({
  ...spot,
  reminded: (spot.reminded ?? 0) + 1,
  ...termFrom(setup, nowMs),
});

/** A lead that waits for first contact is woken: a reminder, or its time is over. */
export const wake = (question: Question, story: Story, giveBack: () => void): Dealt => {
  const { desk, roster, atMs } = question;
  const { setup } = desk;
  const { spot, tried } = story;
  const { service } = setup;
  if (service === undefined || !waitsForContact(spot)) throw new Error("the model wakes what does not wait");
  if (atMs < spot.dueAtMs) {
    const wakeAtMs = wakeFor(setup, spot.dueAtMs, atMs);
    return { spot: { ...spot, reminded: (spot.reminded ?? 0) + 1, wakeAtMs }, tried };
  }
  const lapses = story.lapses + 1;
  const had = [...tried].filter((id) => id !== spot.repId).concat(spot.repId);
  const barred = new Set(service.barLast === undefined ? had : had.slice(-service.barLast));
  const pays = () => (setup.policy?.lapsed === "givesBack" ? giveBack() : undefined);
  if (service.mostLapses !== undefined && lapses >= service.mostLapses) {
    pays();
    return { spot: { status: "unassigned", reason: "no-contact" }, tried: new Set(had), lapses };
  }
  const isThere = roster.reps.some(({ id, active }) => id === spot.repId && active !== false);
  const isAlone = survey(question, barred).order.length === 0;
  if (isAlone && isThere && service.onlyOneLeft === "again")
    return { spot: kept(setup, spot, atMs), tried, lapses };
  pays();
  return { ...deal(question, atMs, barred), lapses };
};

import { describe, expect, it } from "vitest";
import { leadsOfYear, rosterOf, staff } from "../../bench/officeYear.js";
import {
  available,
  CREDITS_PER_LEAD,
  compose,
  type Decision,
  daysOff,
  emptyState,
  type Lead,
  type LeadEvent,
  rotation,
  unwrap,
} from "../../src/index.js";
import { isIn } from "./wallClock.js";

const people = staff();
const personOf = new Map(people.map((person) => [person.id, person]));
const roster = rosterOf(people, { daysOff });
const desk = compose({
  ledger: "desk",
  filters: [available({ whenNobodyAtWork: "park" })],
  selector: rotation(),
});

/** A lead that waits for somebody to come in. */
interface Parked {
  readonly lead: Lead;
  readonly decision: Decision & { readonly status: "parked" };
}

/** Gives out a year of leads, and wakes those that wait when they ask for it. */
const playYear = (leads: readonly Lead[], look: (decision: Decision, credits: readonly number[]) => void) => {
  let state = emptyState({ seed: "year" });
  let parked: Parked[] = [];
  const keep = (lead: Lead, decision: Decision): void => {
    look(decision, state.ledgers[0]?.credits ?? []);
    if (decision.status === "parked") parked.push({ lead, decision });
  };
  const wakeUntil = (untilMs: number): void => {
    for (;;) {
      const atMs = parked.reduce((first, { decision }) => Math.min(first, decision.wakeAtMs), untilMs);
      const due = parked.filter(({ decision }) => decision.wakeAtMs === atMs);
      if (due.length === 0) return;
      parked = parked.filter(({ decision }) => decision.wakeAtMs !== atMs);
      for (const { lead, decision } of due) {
        const event: LeadEvent = { id: `wake ${decision.revision}`, type: "woken", atMs };
        const outcome = unwrap(desk.respond(lead, decision, event, roster, state));
        state = outcome.state;
        keep(lead, outcome.decision);
      }
    }
  };
  for (const lead of leads) {
    wakeUntil(lead.receivedAtMs);
    const outcome = unwrap(desk(lead, roster, state));
    state = outcome.state;
    keep(lead, outcome.decision);
  }
  return { parked: parked.length };
};

describe("a year of leads for fifty people in nine zones, with holidays and leave", () => {
  const LEADS = 12_000;
  let [assigned, waits, furthest] = [0, 0, 0];
  const wrong: string[] = [];
  const { parked } = playYear(leadsOfYear(LEADS), (decision, credits) => {
    furthest = credits.reduce((far, credit) => Math.max(far, Math.abs(credit)), furthest);
    if (decision.status === "assigned") {
      assigned += 1;
      const person = personOf.get(decision.repId);
      if (person === undefined || !isIn(person, decision.atMs))
        wrong.push(`${decision.leadId} to ${decision.repId}`);
    } else if (decision.status === "parked") {
      waits += 1;
      const isSomebodyIn = (atMs: number) => people.some((person) => isIn(person, atMs));
      if (isSomebodyIn(decision.atMs)) wrong.push(`${decision.leadId} waits while somebody is in`);
      if (isSomebodyIn(decision.wakeAtMs - 1) || !isSomebodyIn(decision.wakeAtMs))
        wrong.push(`${decision.leadId} is not woken when the first comes in`);
    } else wrong.push(`${decision.leadId} is ${decision.status}`);
  });

  it("gives nothing to anybody outside working hours, by the clocks on the walls", () => {
    expect(wrong).toStrictEqual([]);
    expect(waits).toBeGreaterThan(500);
  });

  it("loses nothing", () => {
    expect(assigned + parked).toBe(LEADS);
  });

  it("keeps every account within the bound of rotation, and far from it", () => {
    expect(furthest).toBeLessThanOrEqual(((people.length - 1) / 2) * CREDITS_PER_LEAD);
    expect(furthest).toBeLessThan(3 * CREDITS_PER_LEAD);
  });
});

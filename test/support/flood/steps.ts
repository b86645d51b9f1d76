import type { EpochMs, Lead, LeadEvent, LeadId, Roster } from "../../../src/index.js";
import { drawsFrom } from "../draws.js";

/** What a caller of the service does. */
export type FloodStep =
  /** Brings a lead in. */
  | { readonly type: "lead"; readonly lead: Lead }
  /** Says what happened to one. */
  | { readonly type: "event"; readonly leadId: LeadId; readonly event: LeadEvent }
  /** Says yes or no for whoever is asked then, if anybody is. */
  | {
      readonly type: "answer";
      readonly lead: Lead;
      readonly id: string;
      readonly atMs: EpochMs;
      readonly yes: boolean;
    }
  /** Comes back to the leads whose moment has come. */
  | { readonly type: "wake"; readonly atMs: EpochMs };

/** Twelve reps in two regions, some of them in both, some with little room: everything that makes sharing uneven. */
export const floodTeam: Roster = {
  reps: Array.from({ length: 12 }, (_, i) => ({
    id: `rep-${String(i).padStart(2, "0")}`,
    regions: [["EU"], ["US"], ["EU", "US"]][i % 3] ?? [],
    ...(i % 4 === 0 ? { capacity: 40 } : {}),
  })),
};

const NINE_MS = 1_767_603_600_000;

/** The moment of a step of the list. */
export const stepMs = (place: number): EpochMs => NINE_MS + 100 * place;

/** How long a rep has to answer an offer: as long as 30 steps take. */
export const ANSWER_MS = 3000;

/**
 * One in fifty from where nobody serves. One in ten is hot. One in ten is of a company, which has two leads close
 * together and two more much later.
 */
const leadOf = (i: number): Lead => ({
  id: `lead-${i}`,
  receivedAtMs: stepMs(i),
  region: i % 50 === 49 ? "APAC" : i % 2 === 0 ? "EU" : "US",
  ...(i % 10 === 1 ? { temperature: "hot" } : {}),
  ...(i % 20 < 2 ? { email: `${i}@company-${Math.floor(i / 20) % 100}.example` } : {}),
});

const eventOf = (i: number, atMs: EpochMs, draw: (end: number) => number): LeadEvent | undefined => {
  const base = { id: `event-${i}`, atMs };
  const kind = draw(100);
  if (kind < 40) return { ...base, type: "closed", result: "won", value: draw(10_000) / 100 };
  if (kind < 44) return { ...base, type: "closed", result: "no-show" };
  if (kind < 50) return { ...base, type: "returned", reason: "wrong number" };
  if (kind < 56)
    return { ...base, type: "reassigned", to: floodTeam.reps[draw(floodTeam.reps.length)]?.id ?? "" };
  return undefined;
};

/**
 * The whole day of the service in one list: every lead, a twentieth of them twice, yes and no to what is offered, what
 * happens to them some hundred steps later, a fifth of it twice, and every 25 steps somebody who wakes. What comes
 * twice comes close together, so that it is at work at the same time.
 */
export const floodSteps = (leads: number, seed: number): readonly FloodStep[] => {
  const draw = drawsFrom(seed);
  const placed: (readonly [place: number, step: FloodStep])[] = [];
  const put = (place: number, step: FloodStep, twiceIn: number): void => {
    placed.push([place, step]);
    if (draw(twiceIn) === 0) placed.push([place + draw(3), step]);
  };
  for (let i = 0; i < leads; i += 1) {
    const lead = leadOf(i);
    put(i, { type: "lead", lead }, 20);
    if (lead.temperature === "hot") {
      // Whoever says nothing in time is passed over.
      for (const n of [0, 1]) {
        const place = i + 5 + 35 * n + draw(30);
        const yes = draw(2) === 0;
        if (draw(5) < 4)
          put(place, { type: "answer", lead, id: `answer-${i}-${n}`, atMs: stepMs(place), yes }, 5);
      }
    }
    const place = i + 30 + draw(150);
    const event = eventOf(i, stepMs(place), draw);
    if (event !== undefined) put(place, { type: "event", leadId: lead.id, event }, 5);
    if (i % 25 === 0) placed.push([i, { type: "wake", atMs: stepMs(i) }]);
  }
  return placed.sort(([one], [other]) => one - other).map(([, step]) => step);
};

import type { Lead, LeadEvent, LeadId, Roster } from "../../../src/index.js";
import { drawsFrom } from "../draws.js";

/** What a caller of the service does: brings a lead in, or says what happened to one. */
export type FloodStep =
  | { readonly type: "lead"; readonly lead: Lead }
  | { readonly type: "event"; readonly leadId: LeadId; readonly event: LeadEvent };

/** Twelve reps in two regions, some of them in both, some with little room: everything that makes sharing uneven. */
export const floodTeam: Roster = {
  reps: Array.from({ length: 12 }, (_, i) => ({
    id: `rep-${String(i).padStart(2, "0")}`,
    regions: [["EU"], ["US"], ["EU", "US"]][i % 3] ?? [],
    ...(i % 4 === 0 ? { capacity: 40 } : {}),
  })),
};

const NINE_MS = 1_767_603_600_000;

/** In one lead of fifty nobody serves the region. */
const leadOf = (i: number): Lead => ({
  id: `lead-${i}`,
  receivedAtMs: NINE_MS + i,
  region: i % 50 === 49 ? "APAC" : i % 2 === 0 ? "EU" : "US",
});

const eventOf = (i: number, draw: (end: number) => number): LeadEvent | undefined => {
  const base = { id: `event-${i}`, atMs: NINE_MS + 10_000 + i };
  const kind = draw(100);
  if (kind < 16) return { ...base, type: "closed", result: "won", value: draw(10_000) / 100 };
  if (kind < 20) return { ...base, type: "closed", result: "no-show" };
  if (kind < 26) return { ...base, type: "returned", reason: "wrong number" };
  if (kind < 32)
    return { ...base, type: "reassigned", to: floodTeam.reps[draw(floodTeam.reps.length)]?.id ?? "" };
  return undefined;
};

/**
 * The whole day of the service in one list: every lead, a twentieth of them twice, and what happens to them some fifty
 * steps later, a fifth of it twice. What comes twice comes close together, so that it is at work at the same time.
 */
export const floodSteps = (leads: number, seed: number): readonly FloodStep[] => {
  const draw = drawsFrom(seed);
  const placed: (readonly [place: number, step: FloodStep])[] = [];
  for (let i = 0; i < leads; i += 1) {
    const lead = { type: "lead", lead: leadOf(i) } as const;
    placed.push([i, lead]);
    if (draw(20) === 0) placed.push([i + draw(3), lead]);
    const event = eventOf(i, draw);
    if (event === undefined) continue;
    const step = { type: "event", leadId: lead.lead.id, event } as const;
    const place = i + 30 + draw(50);
    placed.push([place, step]);
    if (draw(5) === 0) placed.push([place + draw(3), step]);
  }
  return placed.sort(([one], [other]) => one - other).map(([, step]) => step);
};

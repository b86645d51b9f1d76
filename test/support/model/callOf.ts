import type { Roster } from "../../../src/index.js";
import { eventOf } from "./eventOf.js";
import type { Call, Kept } from "./host.js";
import type { Intent } from "./intents.js";

const MOST_LEADS = 12;

const isOver = ({ decision }: Kept): boolean => decision.status === "closed";

/** What is there when something is to happen. */
export interface Now {
  readonly kept: ReadonlyMap<string, Kept>;
  readonly roster: Roster;
  readonly clockMs: number;
  /** Every event id so far; new ones are added. */
  readonly eventIds: string[];
}

/** The call that is meant, by numbers, among the leads and reps that there are. */
export const callOf = (
  intent: Exclude<Intent, { readonly type: "roster" }>,
  { kept, roster, clockMs, eventIds }: Now,
): Call => {
  const leads = [...kept.values()].reverse().sort((a, b) => Number(isOver(a)) - Number(isOver(b)));
  const about = intent.type === "lead" ? undefined : leads[intent.about % Math.max(1, leads.length)];
  if (about === undefined && leads.length < MOST_LEADS) {
    const owner =
      intent.type === "lead" && intent.owner !== undefined ? roster.reps[intent.owner] : undefined;
    const ownerId = owner === undefined ? {} : { ownerId: owner.id };
    const effort = intent.type === "lead" && intent.effort !== undefined ? { effort: intent.effort } : {};
    const lead = { id: `lead ${leads.length}`, receivedAtMs: clockMs, ...ownerId, ...effort };
    return { type: "lead", lead, nowMs: clockMs, roster };
  }
  const { lead, decision } = about ?? (leads[0] as Kept);
  if (intent.type !== "event") return { type: "lead", lead, nowMs: clockMs, roster };
  const { sameAs } = intent;
  const used = sameAs === undefined ? undefined : eventIds.at(-1 - sameAs);
  const eventId = used ?? `event ${eventIds.length}`;
  if (used === undefined) eventIds.push(eventId);
  const event = eventOf(intent, { decision, roster, clockMs, eventId });
  const known =
    event.type === "updated" && intent.effort !== undefined ? { ...lead, effort: intent.effort } : lead;
  return { type: "event", lead: known, event, roster };
};

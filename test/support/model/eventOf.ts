import type { Decision, LeadEvent, Roster } from "../../../src/index.js";
import { handsOn } from "../../../src/internal/handsOn.js";
import type { Intent } from "./intents.js";

type EventIntent = Extract<Intent, { readonly type: "event" }>;

/** What an event is made of. */
export interface Around {
  readonly decision: Decision;
  readonly roster: Roster;
  readonly clockMs: number;
  readonly eventId: string;
}

const nth = <A>(list: readonly A[], n: number): A | undefined => list[n % Math.max(1, list.length)];

/** Whoever has to do with the lead: from a pool of which nobody was told anybody may claim it, and who is suggested may be given it. */
const handsFor = (decision: Decision, everybody: readonly string[]): readonly string[] => {
  if (decision.status === "parked") return decision.suggested ?? [];
  return decision.status === "pooled" ? (decision.mayClaim ?? everybody) : handsOn(decision);
};

/** An answer to an offer is a claim where the lead lies in a pool; there, and where it waits to be dealt, a no opens it to others. */
const whatOf = ({ what, which }: EventIntent, decision: Decision): LeadEvent["type"] => {
  const isDealt = decision.status === "parked" && decision.suggested !== undefined;
  if (what === "accepted" && decision.status === "pooled") return "claimed";
  if (what === "accepted" && isDealt) return "reassigned";
  return what === "declined" && (isDealt || (decision.status === "pooled" && which === 0)) ? "opened" : what;
};

const repFor = ({ who, which }: EventIntent, { decision, roster }: Around): string | undefined => {
  const everybody = roster.reps.map(({ id }) => id);
  const groups = {
    hand: handsFor(decision, everybody),
    tried: decision.tried ?? [],
    roster: everybody,
    stranger: ["a stranger"],
    nobody: [],
  };
  return nth(groups[who], which);
};

const momentFor = ({ anchor, shiftMs, which }: EventIntent, { decision, clockMs }: Around): number => {
  const offer = decision.status === "offered" ? nth(decision.offers, which) : undefined;
  const wakeAtMs = "wakeAtMs" in decision ? decision.wakeAtMs : undefined;
  const moments = {
    clock: clockMs,
    since: decision.status === "pooled" ? decision.sinceMs : offer?.sinceMs,
    until: decision.status === "pooled" ? wakeAtMs : offer?.untilMs,
    wake: wakeAtMs,
    changed: decision.atMs,
  };
  return Math.max(0, (moments[anchor] ?? clockMs) + shiftMs);
};

/** The event that is meant. Whoever must be named and is not there is a stranger. */
export const eventOf = (intent: EventIntent, around: Around): LeadEvent => {
  const base = { id: around.eventId, atMs: momentFor(intent, around) };
  const repId = repFor(intent, around);
  const named = repId ?? "a stranger";
  const what = whatOf(intent, around.decision);
  switch (what) {
    case "accepted":
    case "declined":
    case "claimed":
      return { ...base, type: what, repId: named };
    case "woken":
      return { ...base, type: "woken", ...(intent.which > 3 ? { isEarly: true } : {}) };
    case "expired":
    case "updated":
      return { ...base, type: what };
    case "opened":
      return { ...base, type: "opened", segment: intent.which > 3 ? "seniors" : "" };
    case "released": {
      const isTemporary = intent.which > 3 ? { isTemporary: intent.which > 5 } : {};
      return { ...base, type: "released", ...(repId === undefined ? {} : { repId }), ...isTemporary };
    }
    case "returned":
    case "worked":
      return { ...base, type: what, ...(repId === undefined ? {} : { repId }) };
    case "reassigned":
      return { ...base, type: "reassigned", to: named };
    case "closed":
      return { ...base, type: "closed", result: intent.result, ...(intent.which > 3 ? { value: 7 } : {}) };
    case "merged":
      return { ...base, type: "merged", into: intent.which > 5 ? around.decision.leadId : "another" };
  }
};

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

const repFor = ({ who, which }: EventIntent, { decision, roster }: Around): string | undefined => {
  const groups = {
    hand: handsOn(decision),
    tried: decision.tried ?? [],
    roster: roster.reps.map(({ id }) => id),
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
    since: offer?.sinceMs,
    until: offer?.untilMs,
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
  switch (intent.what) {
    case "accepted":
    case "declined":
    case "claimed":
      return { ...base, type: intent.what, repId: named };
    case "woken":
      return { ...base, type: "woken", ...(intent.which > 3 ? { isEarly: true } : {}) };
    case "expired":
    case "updated":
      return { ...base, type: intent.what };
    case "opened":
      return { ...base, type: "opened", segment: intent.which > 3 ? "seniors" : "" };
    case "released": {
      const isTemporary = intent.which > 3 ? { isTemporary: intent.which > 5 } : {};
      return { ...base, type: "released", ...(repId === undefined ? {} : { repId }), ...isTemporary };
    }
    case "returned":
    case "worked":
      return { ...base, type: intent.what, ...(repId === undefined ? {} : { repId }) };
    case "reassigned":
      return { ...base, type: "reassigned", to: named };
    case "closed":
      return { ...base, type: "closed", result: intent.result, ...(intent.which > 3 ? { value: 7 } : {}) };
    case "merged":
      return { ...base, type: "merged", into: intent.which > 5 ? around.decision.leadId : "another" };
  }
};

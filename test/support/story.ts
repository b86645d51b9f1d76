import {
  type CascadeOptions,
  CREDITS_PER_LEAD,
  cascade,
  compose,
  emptyState,
  type Filter,
  type Lead,
  type LeadEvent,
  type Outcome,
  type Roster,
  rotation,
  type Selector,
  type State,
  type Strategy,
  unwrap,
} from "../../src/index.js";
import { three } from "./dealt.js";
import { deskLedger } from "./desk.js";

type Nameless<E> = E extends LeadEvent ? Omit<E, "id" | "atMs"> & { readonly id?: string } : never;

/** An event but for its moment; its id too, unless the test is about ids. */
export type Happening = Nameless<LeadEvent>;

export const yes = (repId: string): Happening => ({ type: "accepted", repId });
export const no = (repId: string): Happening => ({ type: "declined", repId });
export const claim = (repId: string): Happening => ({ type: "claimed", repId });
export const moved = (to: string): Happening => ({ type: "reassigned", to });
export const opened = (segment: string): Happening => ({ type: "opened", segment });
export const expired: Happening = { type: "expired" };
export const woken: Happening = { type: "woken" };
export const updated: Happening = { type: "updated" };
export const returned: Happening = { type: "returned" };

/** A lead on its way: where it stands, and what comes of the next event. Who else works there, and what is known of the lead, stays as it was last. */
export interface Story extends Outcome {
  readonly on: (
    atMs: number,
    happening: Happening,
    changed?: { readonly roster?: Roster; readonly lead?: Lead },
  ) => Story;
}

const told = (
  strategy: Strategy,
  at: { readonly lead: Lead; readonly roster: Roster },
  events: number,
  outcome: Outcome,
): Story => ({
  ...outcome,
  on: (atMs, happening, changed = {}) => {
    const now = { ...at, ...changed };
    const event = { id: `e${events}`, atMs, ...happening } as LeadEvent;
    const next = unwrap(strategy.respond(now.lead, outcome.decision, event, now.roster, outcome.state));
    return told(strategy, now, events + 1, next);
  },
});

interface Beginning {
  readonly roster?: Roster;
  readonly lead?: Lead;
  readonly state?: State;
  readonly nowMs?: number;
}

/** A lead comes in, "l1" at 0 among ann, bob and cyd unless the test says otherwise. */
export const storyOf = (strategy: Strategy, beginning: Beginning = {}): Story => {
  const {
    roster = three,
    lead = { id: "l1", receivedAtMs: 0 },
    state = emptyState({ seed: "s" }),
  } = beginning;
  const { nowMs = lead.receivedAtMs } = beginning;
  return told(strategy, { lead, roster }, 1, unwrap(strategy(lead, roster, state, { nowMs })));
};

interface Parts extends Partial<CascadeOptions> {
  readonly filters?: readonly Filter[];
  readonly selector?: Selector;
}

/** Offers in turn by rotation, 60 ms to answer, unless the test says otherwise. */
export const offering = ({ filters = [], selector = rotation(), ...options }: Parts = {}): Strategy =>
  compose({ ledger: "desk", filters, selector, delivery: cascade({ answerMs: 60, ...options }) });

/** Where the lead stands, in one line. */
export const stands = ({ decision }: Outcome): string => {
  switch (decision.status) {
    case "assigned":
      return `${decision.repId} has it`;
    case "offered":
      return decision.offers
        .map(({ repId, sinceMs, untilMs }) => `${repId} ${sinceMs}-${untilMs}`)
        .join(", ");
    case "parked":
      return `aside until ${decision.wakeAtMs}: ${decision.reason}`;
    case "unassigned":
      return `nobody: ${decision.reason}`;
    case "pooled":
      return `open to ${decision.mayClaim?.join(", ") ?? "all"} until ${decision.wakeAtMs ?? "claimed"}`;
    default:
      return decision.status;
  }
};

/** Who is asked now. */
export const asked = ({ decision }: Outcome): readonly string[] =>
  decision.status === "offered" ? decision.offers.map(({ repId }) => repId) : [];

/** What the host is to do, one word or two each. */
export const effectsIn = ({ effects }: Outcome): readonly string[] =>
  effects.map((effect) => {
    if (effect.type === "tell") return `${effect.what} ${effect.repId}`;
    return effect.type === "wake" ? `wake ${effect.atMs}` : `escalate ${effect.reason}`;
  });

/** What the ledger owes each rep, in such parts of a lead. */
export const owedIn = (parts: number, { state }: Outcome): readonly number[] =>
  deskLedger(state).credits.map((credit) => (credit * parts) / CREDITS_PER_LEAD);

/** The roster of these, and nobody else. */
export const rosterOf = (...ids: readonly string[]): Roster => ({ reps: ids.map((id) => ({ id })) });

import {
  compose,
  type Decision,
  type Delivery,
  emptyState,
  type LeadEvent,
  type Outcome,
  rotation,
  type State,
  unwrap,
} from "../../../src/index.js";

const roster = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd" }] };

const lead = { id: "l1", receivedAtMs: 0 };

/** Every time in the tables: what waits is due at this moment. */
const DUE_MS = 100;

type Happening = LeadEvent extends infer E ? (E extends LeadEvent ? Omit<E, "id" | "atMs"> : never) : never;

/** Every type of event. In each place `ann` has to do with the lead, and `bob` has not. */
export const EVENTS: Readonly<Record<LeadEvent["type"], Happening>> = {
  accepted: { type: "accepted", repId: "ann" },
  declined: { type: "declined", repId: "ann", reason: "no time" },
  claimed: { type: "claimed", repId: "ann" },
  expired: { type: "expired" },
  woken: { type: "woken" },
  updated: { type: "updated" },
  returned: { type: "returned" },
  worked: { type: "worked" },
  reassigned: { type: "reassigned", to: "bob", by: "the manager" },
  opened: { type: "opened", segment: "seniors", by: "the manager" },
  released: { type: "released" },
  closed: { type: "closed", result: "won" },
  merged: { type: "merged", into: "l0" },
};

/** The lead in each place, as if it had always stood there. */
const places = (): Readonly<Record<Decision["status"], { decision: Decision; state: State }>> => {
  const strategy = compose({ ledger: "desk", filters: [], selector: rotation() });
  const start = emptyState({ seed: "s" });
  const unassigned = unwrap(strategy(lead, { reps: [] }, start));
  const byHand = { type: "reassigned", to: "ann", id: "e0", atMs: 0 } as const;
  const assigned = unwrap(strategy.respond(lead, unassigned.decision, byHand, roster, start));
  const end = { type: "closed", result: "lost", id: "e1", atMs: 0 } as const;
  const closed = unwrap(strategy.respond(lead, assigned.decision, end, roster, assigned.state));
  const {
    status: _,
    reason: __,
    ...base
  } = unassigned.decision as Extract<Decision, { status: "unassigned" }>;
  const asked = {
    ...start,
    ids: ["ann"],
    openLeads: [0],
    openOffers: [1],
    openEffort: [0],
    offeredEffort: [1],
  };
  return {
    unassigned,
    parked: {
      decision: { ...base, status: "parked", reason: "nobody-accepted", wakeAtMs: DUE_MS },
      state: start,
    },
    offered: {
      decision: {
        ...base,
        status: "offered",
        offers: [{ repId: "ann", sinceMs: 0, untilMs: DUE_MS, round: 1 }],
        waiting: [],
        wakeAtMs: DUE_MS,
      },
      state: asked,
    },
    pooled: {
      decision: { ...base, status: "pooled", mode: "open", mayClaim: ["ann"], wakeAtMs: DUE_MS },
      state: start,
    },
    assigned,
    closed,
  };
};

export const STATUSES = ["unassigned", "parked", "offered", "pooled", "assigned", "closed"] as const;

/** An answer is in time; whatever runs out is due. */
const momentOf = (type: LeadEvent["type"]): number =>
  type === "accepted" || type === "declined" || type === "claimed" ? DUE_MS - 1 : DUE_MS;

/** A lead that waits for the manager waits so where the delivery says it does. */
const placeFor = (delivery: Delivery, status: Decision["status"]) => {
  const place = places()[status];
  if (delivery.name !== "manual" || place.decision.status !== "parked") return place;
  return { ...place, decision: { ...place.decision, reason: "awaits-manager", suggested: ["ann"] } };
};

/** What the event does to a lead that stands there. */
export const answer = (
  delivery: Delivery,
  status: Decision["status"],
  type: LeadEvent["type"],
  waitsForContact = false,
): Outcome => {
  const strategy = compose({ ledger: "desk", filters: [], selector: rotation(), delivery });
  const { decision: stands, state } = placeFor(delivery, status);
  const isWaiting = stands.status === "assigned" && waitsForContact;
  const decision = isWaiting ? { ...stands, dueAtMs: DUE_MS, wakeAtMs: DUE_MS } : stands;
  const event = { id: "now", atMs: momentOf(type), ...EVENTS[type] } as LeadEvent;
  return unwrap(strategy.respond(lead, decision, event, roster, state));
};

const cell = ({ decision, refusal }: Outcome): string =>
  refusal === undefined ? `**${decision.status}**` : `\`${refusal.rule}\``;

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** The answers of one delivery as a table: an event in each row, a place in each column. */
export const eventTable = (delivery: Delivery, waitsForContact = false): string =>
  [
    row(["", ...STATUSES]),
    row(["---", ...STATUSES.map(() => "---")]),
    ...(Object.keys(EVENTS) as LeadEvent["type"][]).map((type) =>
      row([
        `\`${type}\``,
        ...STATUSES.map((status) => cell(answer(delivery, status, type, waitsForContact))),
      ]),
    ),
  ].join("\n");

import { expect, it } from "vitest";
import {
  compose,
  emptyState,
  type Filter,
  type LeadEvent,
  limits,
  quotas,
  rotation,
  type State,
  unwrap,
} from "../../src/index.js";

const ann = {
  id: "ann",
  limits: [{ most: 5, per: "day" }],
  quotas: [{ least: 5, per: "week" }],
} as const;

const roster = { reps: [ann] };
const lead = { id: "l1", receivedAtMs: 0 };

const counters: readonly (readonly [string, Filter])[] = [
  ["limits", limits()],
  ["limits for all", limits({ name: "all", total: [{ most: 5, windowMs: 10 }] })],
  ["quotas", quotas()],
];

it.each(counters)(
  "%s count a lead when it is taken, and not again when it is worked or closed",
  (_, filter) => {
    const strategy = compose({ ledger: "desk", filters: [filter], selector: rotation() });
    const given = unwrap(strategy(lead, roster, emptyState({ seed: "s" })));
    expect(given.state.notes).toHaveLength(1);
    let [decision, state]: readonly [typeof given.decision, State] = [given.decision, given.state];
    const events: readonly LeadEvent[] = [
      { id: "e1", atMs: 1, type: "worked" },
      { id: "e2", atMs: 2, type: "closed", result: "won" },
    ];
    for (const event of events)
      ({ decision, state } = unwrap(strategy.respond(lead, decision, event, roster, state)));
    expect(state.notes).toStrictEqual(given.state.notes);
  },
);

import { describe, expect, it } from "vitest";
import {
  available,
  cascade,
  compose,
  emptyState,
  type LeadEvent,
  owner,
  rotation,
  unwrap,
} from "../../../src/index.js";

const lead = { id: "l1", receivedAtMs: 0 };

const desk = (passes: number) =>
  compose({
    ledger: "desk",
    filters: [],
    selector: rotation(),
    delivery: cascade({ answerMs: 10, passes }),
  });

// Found by writing the model.
describe("a cascade", () => {
  it("dates no offer before the decision that it belongs to", () => {
    const strategy = desk(1);
    const nobody = unwrap(strategy(lead, { reps: [] }, emptyState({ seed: "s" }), { nowMs: 50 }));
    const ann = { reps: [{ id: "ann" }] };
    const woken: LeadEvent = { id: "e1", atMs: 0, type: "woken" };
    const byEvent = unwrap(strategy.respond(lead, nobody.decision, woken, ann, nobody.state)).decision;
    expect(byEvent).toMatchObject({ atMs: 50, wakeAtMs: 60 });
    // The intake comes in again, without a moment of its own.
    const again = unwrap(strategy(lead, ann, nobody.state, { earlier: nobody.decision })).decision;
    expect(again).toMatchObject({ atMs: 50, wakeAtMs: 60 });
  });

  it("leaves the state as it is when the only rep is asked once more", () => {
    const strategy = desk(3);
    const ann = { reps: [{ id: "ann" }] };
    const asked = unwrap(strategy(lead, ann, emptyState({ seed: "s" })));
    const over = (atMs: number): LeadEvent => ({ id: `over at ${atMs}`, atMs, type: "expired" });
    const twice = unwrap(strategy.respond(lead, asked.decision, over(10), ann, asked.state));
    const thrice = unwrap(strategy.respond(lead, twice.decision, over(20), ann, twice.state));
    expect({ ...thrice.state, version: 0 }).toStrictEqual({ ...twice.state, version: 0 });
    expect(thrice.state.version).toBe(twice.state.version);
  });

  it("does not begin anew when an intake that everybody has answered comes in late", () => {
    const strategy = desk(2);
    const ann = { reps: [{ id: "ann" }] };
    const asked = unwrap(strategy(lead, ann, emptyState({ seed: "s" })));
    const no = (id: string, atMs: number): LeadEvent => ({ id, atMs, type: "declined", repId: "ann" });
    const twice = unwrap(strategy.respond(lead, asked.decision, no("e1", 1), ann, asked.state));
    const { decision, state } = unwrap(strategy.respond(lead, twice.decision, no("e2", 2), ann, twice.state));
    expect(decision).toMatchObject({ status: "unassigned", reason: "nobody-accepted" });
    const again = unwrap(strategy(lead, ann, state, { earlier: decision, nowMs: 2 }));
    expect(again.decision.status).toBe("unassigned");
  });
});

describe("a lead that waits for its owner", () => {
  it("is not put aside until a moment that was over when it last moved", () => {
    const filters = [owner({ whenAway: { retryMs: 5, mostMs: 50 } }), available()];
    const strategy = compose({ ledger: "desk", filters, selector: rotation() });
    const owned = { ...lead, ownerId: "ann" };
    const nobody = unwrap(strategy(owned, { reps: [] }, emptyState({ seed: "s" }), { nowMs: 40 }));
    const away = { reps: [{ id: "ann", presence: "away" as const }] };
    const woken: LeadEvent = { id: "e1", atMs: 3, type: "woken" };
    const { decision } = unwrap(strategy.respond(owned, nobody.decision, woken, away, nobody.state));
    expect(decision).toMatchObject({ status: "parked", atMs: 40, wakeAtMs: 45 });
  });
});

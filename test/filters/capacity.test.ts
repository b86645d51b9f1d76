import { describe, expect, it } from "vitest";
import { capacity, compose, emptyState, holderOf, rotation, unwrap } from "../../src/index.js";
import { ask, passes } from "../support/ask.js";

describe("capacity", () => {
  it("counts open leads and open offers together", () => {
    expect(passes(capacity(), {}, { capacity: 3 }, { openLeads: 1, openOffers: 1 })).toBe(true);
    expect(ask(capacity(), {}, { capacity: 3 }, { openLeads: 2, openOffers: 1 })).toMatchObject({
      has: 3,
      wants: 3,
    });
  });

  it("always has room without a capacity and never with 0, nor half a place for a whole lead", () => {
    expect(passes(capacity(), {}, {}, { openLeads: 1e6 })).toBe(true);
    expect(passes(capacity(), {}, { capacity: 0 })).toBe(false);
    expect(passes(capacity(), {}, { capacity: 0.5 })).toBe(false);
  });

  it("says in words what the rep holds, and of how many", () => {
    const reason = (capacityOfRep: number, openLeads: number, openOffers: number) =>
      ask(capacity(), {}, { capacity: capacityOfRep }, { openLeads, openOffers }).reason;
    expect(reason(5, 5, 0)).toBe("holds 5 open leads of 5");
    expect(reason(1, 1, 0)).toBe("holds 1 open lead of 1");
    expect(reason(4, 3, 1)).toBe("holds 3 open leads and 1 open offer of 4");
    expect(reason(2, 0, 2)).toBe("holds 2 open offers of 2");
    expect(reason(5, 7, 0)).toBe("holds 7 open leads of 5");
    expect(reason(0, 0, 0)).toBe("has a capacity of 0");
  });

  it("makes room again when a lead is closed", () => {
    const strategy = compose({ ledger: "desk", filters: [capacity()], selector: rotation() });
    const roster = { reps: [{ id: "ann", capacity: 1 }] };
    const [l1, l2] = [
      { id: "l1", receivedAtMs: 0 },
      { id: "l2", receivedAtMs: 1 },
    ] as const;
    const first = unwrap(strategy(l1, roster, emptyState({ seed: "s" })));
    expect(unwrap(strategy(l2, roster, first.state)).decision.status).toBe("unassigned");
    const closed = unwrap(
      strategy.respond(
        l1,
        first.decision,
        { id: "e", atMs: 2, type: "closed", result: "won" },
        roster,
        first.state,
      ),
    );
    expect(holderOf(unwrap(strategy(l2, roster, closed.state)).decision)).toBe("ann");
  });

  it("takes the CRM's own count where the roster brings one", () => {
    const strategy = compose({ ledger: "desk", filters: [capacity()], selector: rotation() });
    const full = { reps: [{ id: "ann", capacity: 2, openLeads: 2 }] };
    const lead = { id: "l1", receivedAtMs: 0 };
    expect(unwrap(strategy(lead, full, emptyState({ seed: "s" }))).decision.status).toBe("unassigned");
  });
});

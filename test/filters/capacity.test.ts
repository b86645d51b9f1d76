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

  it("weighs the lead and what the rep holds by effort", () => {
    const of = (effort: number | undefined, capacityOfRep: number, openEffort: number) =>
      passes(capacity(), effort === undefined ? {} : { effort }, { capacity: capacityOfRep }, { openEffort });
    expect([of(3, 8, 5), of(4, 8, 5), of(undefined, 8, 7), of(undefined, 8, 8)]).toStrictEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it("has room for a lead that weighs nothing unless the rep is over its capacity already", () => {
    const fits = (capacityOfRep: number, openEffort: number) =>
      passes(capacity(), { effort: 0 }, { capacity: capacityOfRep }, { openEffort });
    expect([fits(0, 0), fits(2, 2), fits(2, 3)]).toStrictEqual([true, true, false]);
  });

  it("says in words what anything weighs that does not weigh 1", () => {
    const reason = (
      effort: number | undefined,
      capacityOfRep: number,
      load: { readonly openLeads?: number; readonly openOffers?: number; readonly openEffort?: number },
    ) => ask(capacity(), effort === undefined ? {} : { effort }, { capacity: capacityOfRep }, load).reason;
    expect(reason(3, 4, { openLeads: 2 })).toBe("holds 2 open leads of 4; the lead weighs 3");
    expect(reason(3, 2, {})).toBe("has a capacity of 2; the lead weighs 3");
    expect(reason(3, 8, { openLeads: 3, openOffers: 1, openEffort: 7 })).toBe(
      "holds 3 open leads and 1 open offer, 7 units of 8; the lead weighs 3",
    );
    expect(reason(undefined, 1, { openLeads: 2, openEffort: 1 })).toBe("holds 2 open leads, 1 unit of 1");
    expect(reason(0, 1, { openEffort: 2 })).toBe("holds 2 units of 1; the lead weighs 0");
    expect(ask(capacity(), { effort: 3 }, { capacity: 8 }, { openEffort: 7 })).toMatchObject({
      has: 7,
      wants: 8,
    });
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

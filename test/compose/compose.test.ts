import { describe, expect, it } from "vitest";
import {
  all,
  available,
  compose,
  type Decision,
  EVENT_IDS_KEPT,
  emptyState,
  holderOf,
  type Lead,
  region,
  rotation,
  unwrap,
  weighted,
} from "../../src/index.js";
import { throughStore } from "../../src/testing/json.js";

const strategy = compose({ ledger: "desk", filters: [region(), available()], selector: weighted() });

const lead: Lead = { id: "l1", receivedAtMs: 5, region: "US" };

const start = emptyState({ seed: "s" });

describe("a decision", () => {
  it("says all that is needed to audit it", () => {
    const roster = {
      reps: [
        { id: "ann", weight: 2 },
        { id: "bob" },
        { id: "cyd", regions: ["SE"] },
        { id: "dee", active: false },
        { id: "eve", weight: 0 },
      ],
    };
    const { decision } = unwrap(strategy(lead, roster, start));
    expect(decision).toStrictEqual({
      status: "assigned",
      leadId: "l1",
      ledger: "desk",
      path: [],
      atMs: 5,
      revision: 0,
      stateVersion: 0,
      strategy: strategy.fingerprint,
      eventIds: [],
      leftOut: [
        { by: "region", reps: 1 },
        { by: "available", reps: 1 },
        { by: "weighted", reps: 1 },
      ],
      candidates: 2,
      repId: "ann",
      share: 2 / 3,
      price: 80_313_433_200,
      standing: { repId: "ann", openLeads: 0, openOffers: 0, credit: 0 },
      runnerUp: { repId: "bob", openLeads: 0, openOffers: 0, credit: 0 },
      sinceMs: 5,
    } satisfies Decision);
  });

  it("counts everybody of the roster once, as left out by somebody or in play", () => {
    const roster = {
      reps: [{ id: "a" }, { id: "b", regions: [] }, { id: "c", active: false }, { id: "d", weight: 0 }],
    };
    const { decision } = unwrap(strategy(lead, roster, start));
    expect(decision.leftOut.reduce((sum, { reps }) => sum + reps, decision.candidates)).toBe(4);
  });

  it("has no runner-up where nobody else was in play", () => {
    expect(unwrap(strategy(lead, { reps: [{ id: "ann" }] }, start)).decision).not.toHaveProperty("runnerUp");
  });

  it("is taken at the moment that the options name", () => {
    const roster = { reps: [{ id: "ann", timeOff: [{ fromMs: 0, toMs: 100 }] }] };
    expect(unwrap(strategy(lead, roster, start)).decision).toMatchObject({ status: "unassigned", atMs: 5 });
    expect(unwrap(strategy(lead, roster, start, { nowMs: 100 })).decision).toMatchObject({
      repId: "ann",
      atMs: 100,
    });
  });

  it("remembers a bounded number of events, the latest", () => {
    const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
    let at = unwrap(strategy(lead, roster, start));
    const moves = EVENT_IDS_KEPT + 5;
    for (let i = 0; i < moves; i += 1) {
      const to = holderOf(at.decision) === "ann" ? "bob" : "ann";
      at = unwrap(
        strategy.respond(
          lead,
          at.decision,
          { id: `e${i}`, atMs: i, type: "reassigned", to },
          roster,
          at.state,
        ),
      );
    }
    expect(at.decision.revision).toBe(moves);
    expect(at.decision.eventIds).toHaveLength(EVENT_IDS_KEPT);
    expect(at.decision.eventIds.at(-1)).toBe(`e${moves - 1}`);
  });
});

describe("nobody found", () => {
  const reasonOf = (reps: Parameters<typeof strategy>[1]["reps"]) =>
    unwrap(strategy(lead, { reps }, start)).decision;

  it("is an answer with its reason", () => {
    expect(reasonOf([])).toMatchObject({ status: "unassigned", reason: "empty-roster", candidates: 0 });
    expect(reasonOf([{ id: "a", regions: ["SE"] }])).toMatchObject({ reason: "all-left-out" });
    expect(reasonOf([{ id: "a", weight: 0 }])).toMatchObject({ reason: "none-takes-a-turn" });
  });

  it("returns the very same state", () => {
    expect(unwrap(strategy(lead, { reps: [{ id: "a", regions: [] }] }, start)).state).toBe(start);
  });
});

describe("a retried intake", () => {
  const roster = { reps: [{ id: "ann" }, { id: "bob" }] };

  it("gets the earlier decision, and nothing changes", () => {
    const first = unwrap(strategy(lead, roster, start));
    const again = unwrap(strategy(lead, roster, first.state, { earlier: first.decision }));
    expect(again.decision).toBe(first.decision);
    expect(again.state).toBe(first.state);
    expect(again.effects).toStrictEqual([]);
  });

  it("is decided anew when nobody was found before", () => {
    const nobody = unwrap(strategy(lead, { reps: [] }, start));
    const again = unwrap(strategy(lead, roster, nobody.state, { earlier: nobody.decision, nowMs: 9 }));
    expect(again.decision).toMatchObject({ status: "assigned", repId: "ann", revision: 1, atMs: 9 });
  });

  it("is the same object while still nobody is found for the same reasons", () => {
    const nobody = unwrap(strategy(lead, { reps: [] }, start));
    const again = unwrap(strategy(lead, { reps: [] }, nobody.state, { earlier: nobody.decision, nowMs: 9 }));
    expect(again.decision).toBe(nobody.decision);
    const stored = throughStore(nobody.decision);
    expect(unwrap(strategy(lead, { reps: [] }, nobody.state, { earlier: stored })).decision).toBe(stored);
    const other = unwrap(
      strategy(lead, { reps: [{ id: "ann", active: false }] }, nobody.state, {
        earlier: nobody.decision,
        nowMs: 9,
      }),
    );
    expect(other.decision).toMatchObject({ reason: "all-left-out", revision: 1 });
  });

  it("is told anew when others are left out than before, and keeps what happened up to then", () => {
    const away = (...ids: readonly string[]) => ({ reps: ids.map((id) => ({ id, active: false })) });
    const first = unwrap(strategy(lead, roster, start));
    const event = { id: "e", atMs: 9, type: "returned" } as const;
    const back = unwrap(strategy.respond(lead, first.decision, event, away("ann", "bob"), first.state));
    const again = unwrap(strategy(lead, away("ann", "bob", "cyd"), back.state, { earlier: back.decision }));
    expect(again.decision).toMatchObject({
      reason: "nobody-else",
      revision: 2,
      tried: ["ann"],
      eventIds: ["e"],
    });
  });

  it("is refused with the decision of another lead", () => {
    const { decision, state } = unwrap(strategy(lead, roster, start));
    const other = { ...lead, id: "l2" };
    expect(strategy(other, roster, state, { earlier: decision })).toMatchObject({
      left: [{ path: ["options", "earlier", "leadId"], message: 'must be the lead\'s id, "l2"' }],
    });
  });
});

describe("an event", () => {
  const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
  const first = unwrap(strategy(lead, roster, start));

  it("seen before changes nothing", () => {
    const event = { id: "e", atMs: 9, type: "returned" } as const;
    const once = unwrap(strategy.respond(lead, first.decision, event, roster, first.state));
    const twice = unwrap(strategy.respond(lead, once.decision, event, roster, once.state));
    expect(twice.decision).toBe(once.decision);
    expect(twice.state).toBe(once.state);
    expect(twice.effects).toStrictEqual([]);
  });

  it("of a kind that is not known, and a decision of another lead, are refused with their paths", () => {
    const event = { id: 3, atMs: -1, type: "vanished" } as never;
    expect(strategy.respond({ ...lead, id: "l2" }, first.decision, event, roster, first.state)).toMatchObject(
      {
        _tag: "Left",
        left: [{ path: ["decision", "leadId"] }, { path: ["event", "type"] }],
      },
    );
    expect(
      strategy.respond(
        lead,
        {} as Decision,
        { id: 3, atMs: -1, type: "expired" } as never,
        roster,
        first.state,
      ),
    ).toMatchObject({
      left: expect.arrayContaining(
        [
          ["decision", "leadId"],
          ["decision", "status"],
          ["event", "id"],
          ["event", "atMs"],
        ].map((path) => expect.objectContaining({ path })),
      ),
    });
  });
});

describe("one state", () => {
  const roster = { reps: [{ id: "ann" }, { id: "bob" }] };

  it("holds several ledgers, which count their own turns and share the load", () => {
    const desks = ["web", "phone"].map((ledger) => compose({ ledger, filters: [], selector: rotation() }));
    let state = start;
    const takers = desks.map((desk, i) => {
      const outcome = unwrap(desk({ id: `l${i}`, receivedAtMs: 0 }, roster, state));
      state = outcome.state;
      return holderOf(outcome.decision);
    });
    expect(takers).toStrictEqual(["ann", "ann"]);
    expect(state.ledgers.map(({ name }) => name)).toStrictEqual(["phone", "web"]);
    expect(state.openLeads).toStrictEqual([2, 0]);
  });

  it("lets strategies that name one ledger share its account", () => {
    const [a, b] = [region(), available()].map((filter) =>
      compose({ ledger: "shared", filters: [filter], selector: rotation() }),
    );
    const first = unwrap((a ?? strategy)(lead, roster, start));
    const second = unwrap((b ?? strategy)({ ...lead, id: "l2" }, roster, first.state));
    expect([holderOf(first.decision), holderOf(second.decision)]).toStrictEqual(["ann", "bob"]);
  });

  it("is not touched by a selector that books nothing, but for the load", () => {
    const raced = compose({ ledger: "desk", filters: [], selector: all() });
    const { state } = unwrap(raced(lead, roster, start));
    expect(state.ledgers).toStrictEqual([]);
    expect(state.version).toBe(1);
  });
});

describe("the fingerprint", () => {
  const of = (...filters: Parameters<typeof compose>[0]["filters"]) =>
    compose({ ledger: "desk", filters, selector: rotation() }).fingerprint;

  it("is the same for the same structure, and another for any other", () => {
    expect(of(region(), available())).toBe(of(region(), available()));
    expect(of(region())).toMatch(/^[0-9a-f]{16}$/);
    const others = [
      of(),
      of(region()),
      of(region({ whenUnknown: "exclude" })),
      of(available(), region()),
      of(region(), available()),
      compose({ ledger: "disk", filters: [], selector: rotation() }).fingerprint,
      compose({ ledger: "desk", filters: [], selector: weighted() }).fingerprint,
    ];
    expect(new Set(others).size).toBe(others.length);
  });
});

describe("compose", () => {
  it("takes its parts as they are at that moment", () => {
    const filters = [region()];
    const strategy = compose({ ledger: "desk", filters, selector: rotation() });
    filters.push(region({ whenUnknown: "exclude" }));
    const roster = { reps: [{ id: "ann" }] };
    expect(holderOf(unwrap(strategy({ id: "l1", receivedAtMs: 0 }, roster, start)).decision)).toBe("ann");
  });

  it("refuses literals that are no plain JSON, and lists with holes", () => {
    const parts = { ledger: "desk", filters: [], selector: rotation() };
    expect(() => compose({ ...parts, selector: { ...rotation(), literals: 1n as never } })).toThrow(
      RangeError,
    );
    const cyclic: Record<string, unknown> = {};
    cyclic["self"] = cyclic;
    expect(() => compose({ ...parts, selector: { ...rotation(), literals: cyclic as never } })).toThrow(
      RangeError,
    );
    expect(() => compose({ ...parts, filters: new Array(1) })).toThrow("filters[0]");
    expect(() => region(null as never)).toThrow(RangeError);
  });

  it("refuses what is no part, and says which", () => {
    const parts = { ledger: "desk", filters: [], selector: rotation() };
    expect(() => compose({ ...parts, ledger: "a\0" })).toThrow("the ledger must be text");
    expect(() => compose({ ...parts, filters: region() as never })).toThrow("the filters must be a list");
    expect(() => compose({ ...parts, filters: [region(), available as never] })).toThrow("filters[1]");
    expect(() => compose({ ...parts, selector: rotation as never })).toThrow("was it called?");
    expect(() => compose({ ...parts, delivery: {} as never })).toThrow(RangeError);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  adoptCounts,
  CREDITS_PER_LEAD,
  compose,
  emptyState,
  forget,
  inspect,
  type Past,
  type Roster,
  readState,
  reconcile,
  renameLedger,
  rotation,
  type State,
  unwrap,
} from "../../src/index.js";
import { aScenario, play } from "../../src/testing/index.js";
import { throughStore } from "../../src/testing/json.js";
import { dealOne, deskLedger, deskOf } from "../support/desk.js";
import { strategies } from "../support/strategies.js";

const rotating = deskOf(rotation());

const three: Roster = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd" }] };

/** The state after this many leads among ann, bob and cyd. */
const dealt = (leads: number, roster: Roster = three): State => {
  let state = emptyState({ seed: "s" });
  for (let n = 0; n < leads; n += 1) state = dealOne(rotating, roster, state, n).state;
  return state;
};

const inLeads = (state: State): readonly number[] =>
  deskLedger(state).credits.map((credit) => credit / CREDITS_PER_LEAD);

describe("emptyState", () => {
  it("knows nobody", () => {
    expect(emptyState({ seed: "x" })).toStrictEqual({
      format: 1,
      version: 0,
      seed: "x",
      ids: [],
      openLeads: [],
      openOffers: [],
      ledgers: [],
    });
  });

  it("refuses a seed that is empty or no text", () => {
    expect(() => emptyState({ seed: "" })).toThrow(RangeError);
    expect(() => emptyState({ seed: 1 as unknown as string })).toThrow(RangeError);
  });
});

describe("readState", () => {
  const [, strategy] = strategies[1] ?? strategies[0] ?? ["", rotating];

  it("brings back every state that a strategy can reach", () => {
    fc.assert(
      fc.property(aScenario(), (scenario) => {
        for (const { result } of play(strategy, scenario)) {
          if (result._tag === "Right")
            expect(unwrap(readState(throughStore(result.right.state)))).toEqual(result.right.state);
        }
      }),
    );
  });

  const good = dealt(4);

  const faultsOf = (fault: object): readonly string[] => {
    const read = readState({ ...good, ...fault });
    return read._tag === "Left" ? read.left.map(({ path }) => path.join(".")) : [];
  };

  const ledger = deskLedger(good);

  it.each<[string, object, readonly string[]]>([
    ["a format of a later release", { format: 2 }, ["state.format"]],
    ["no format", { format: undefined }, ["state.format"]],
    ["ids out of order", { ids: ["bob", "ann", "cyd"] }, ["state.ids.1"]],
    ["an id that stands twice", { ids: ["ann", "ann", "cyd"] }, ["state.ids.1"]],
    ["an id with a lone surrogate", { ids: ["ann", "bob", "\ud800"] }, ["state.ids.2"]],
    [
      "several faults at once",
      { version: -1, seed: 7, ids: [1] },
      ["state.version", "state.seed", "state.ids.0"],
    ],
    ["a load that is no count", { openLeads: [0, null, 1.5] }, ["state.openLeads.1", "state.openLeads.2"]],
    ["a column that is too short", { openOffers: [0, 0] }, ["state.openOffers"]],
    ["-0", { ledgers: [{ ...ledger, outside: -0 }] }, ["state.ledgers.0.outside"]],
    [
      "credits that do not add up to zero",
      { ledgers: [{ ...ledger, outside: 1 }] },
      ["state.ledgers.0.credits"],
    ],
    [
      "credits that are not whole",
      { ledgers: [{ ...ledger, credits: [0.5, 0, 0] }] },
      ["state.ledgers.0.credits.0"],
    ],
    ["ledgers out of order", { ledgers: [ledger, ledger] }, ["state.ledgers.1.name"]],
    [
      "a column of a selector that does not fit",
      { ledgers: [{ ...ledger, columns: [{ name: "turn", values: [1] }] }] },
      ["state.ledgers.0.columns.0.values"],
    ],
    ["a field that nobody knows", { surplus: 1 }, ["state.surplus"]],
    ["a field that is named like a prototype", JSON.parse('{ "__proto__x": 1 }'), ["state.__proto__x"]],
  ])("refuses %s, by path", (_, fault, paths) => {
    expect(faultsOf(fault)).toStrictEqual(paths);
  });

  it("refuses what is no record, and an own field called __proto__", () => {
    for (const value of [undefined, null, 3, "state", [], () => good])
      expect(readState(value)._tag).toBe("Left");
    const smuggled = JSON.parse(JSON.stringify(good).replace("{", '{"__proto__":{},'));
    expect(readState(smuggled)).toMatchObject({ left: [{ path: ["state", "__proto__"] }] });
  });

  it("checks sums exactly where partial sums leave the safe integers", () => {
    const credits = [...Array.from({ length: 4 }, () => Number.MAX_SAFE_INTEGER)];
    const ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
    const zeros = ids.map(() => 0);
    const opposite = credits.map((credit) => -credit);
    const state = (last: number) => ({
      ...emptyState({ seed: "s" }),
      ids,
      openLeads: zeros,
      openOffers: zeros,
      ledgers: [{ name: "desk", credits: [...credits, ...opposite], outside: last, columns: [], totals: [] }],
    });
    expect(readState(state(0))._tag).toBe("Right");
    expect(readState(state(1))._tag).toBe("Left");
  });
});

describe("a roster that changes between two leads", () => {
  it("lays joiners in where they sort, without moving an account", () => {
    const before = dealt(4);
    const wider = { reps: [{ id: "zed" }, ...three.reps, { id: "" }] };
    const { state } = dealOne(rotating, wider, before, 4);
    expect(state.ids).toStrictEqual(["", "ann", "bob", "cyd", "zed"]);
    expect(state.openLeads.reduce((sum, leads) => sum + leads, 0)).toBe(5);
  });

  it("keeps the account of a rep who left, under its id", () => {
    const before = dealt(4);
    const { state } = dealOne(rotating, { reps: [{ id: "bob" }, { id: "cyd" }] }, before, 4);
    expect(inLeads(state)[0]).toBe(inLeads(before)[0]);
  });
});

describe("forget", () => {
  it("books the credit to outside and moves nobody else", () => {
    const before = dealt(4);
    const after = unwrap(forget(before, ["ann", "a stranger"]));
    expect(after.ids).toStrictEqual(["bob", "cyd"]);
    expect(inLeads(after)).toStrictEqual(inLeads(before).slice(1));
    expect(deskLedger(after).outside).toBe(deskLedger(before).credits[0]);
    expect(after.version).toBe(before.version + 1);
  });

  it("changes nothing when there is nobody to forget", () => {
    const state = dealt(2);
    expect(unwrap(forget(state, ["a stranger"]))).toBe(state);
  });

  it("lets a lead end whose holder was forgotten", () => {
    const strategy = compose({ ledger: "desk", filters: [], selector: rotation() });
    const lead = { id: "l1", receivedAtMs: 0 };
    const given = unwrap(strategy(lead, three, emptyState({ seed: "s" })));
    const gone = unwrap(forget(given.state, ["ann"]));
    const event = { id: "e", atMs: 1, type: "returned" } as const;
    const { decision, state } = unwrap(
      strategy.respond(lead, given.decision, event, { reps: [{ id: "bob" }] }, gone),
    );
    expect(decision).toMatchObject({ repId: "bob" });
    expect(unwrap(readState(throughStore(state))).openLeads).toStrictEqual([1, 0]);
  });

  it("names every fault of its arguments", () => {
    expect(forget({} as State, [3 as unknown as string])).toMatchObject({
      _tag: "Left",
      left: expect.arrayContaining([expect.objectContaining({ path: ["ids", 0] })]),
    });
  });
});

describe("reconcile", () => {
  it("sets load right and leaves the rest as it was", () => {
    const state = unwrap(
      reconcile(dealt(3), [
        { repId: "bob", openLeads: 9 },
        { repId: "dee", openOffers: 2 },
      ]),
    );
    expect(state.openLeads).toStrictEqual([1, 9, 1, 0]);
    expect(state.openOffers).toStrictEqual([0, 0, 0, 2]);
    expect(inLeads(state)).toStrictEqual([0, 0, 0, 0]);
  });

  it("lets the later of two entries hold, and changes nothing without any", () => {
    const twice = [1, 2].map((openLeads) => ({ repId: "ann", openLeads }));
    expect(unwrap(reconcile(dealt(0), twice)).openLeads).toStrictEqual([2]);
    const state = dealt(1);
    expect(unwrap(reconcile(state, []))).toBe(state);
  });

  it("refuses what is no count", () => {
    expect(reconcile(dealt(1), [{ repId: "ann", openLeads: -1 }])).toMatchObject({
      left: [{ path: ["loads", 0, "openLeads"] }],
    });
  });
});

describe("renameLedger", () => {
  it("carries the account over, sorted by name", () => {
    const two = unwrap(
      adoptCounts(dealt(2), { ledger: "web", counts: [{ repId: "ann", leads: 1 }], mostLeads: 1 }),
    );
    const renamed = unwrap(renameLedger(two, "desk", "zoo"));
    expect(renamed.ledgers.map(({ name }) => name)).toStrictEqual(["web", "zoo"]);
    expect(renamed.ledgers[1]?.credits).toStrictEqual(two.ledgers[0]?.credits);
    expect(unwrap(renameLedger(two, "web", "web"))).toBe(two);
  });

  it("never merges two accounts, and knows which are there", () => {
    const two = unwrap(adoptCounts(dealt(2), { ledger: "web", counts: [], mostLeads: 1 }));
    expect(renameLedger(two, "desk", "web")).toMatchObject({ left: [{ path: ["to"] }] });
    expect(renameLedger(two, "disk", "new")).toMatchObject({ left: [{ path: ["from"] }] });
    expect(renameLedger(undefined as unknown as State, "a", "b")._tag).toBe("Left");
  });
});

describe("adoptCounts", () => {
  const past = (mostLeads: number, ...leads: readonly number[]): Past => ({
    ledger: "desk",
    counts: leads.map((count, i) => ({ repId: `rep ${i}`, leads: count })),
    mostLeads,
  });

  const adopted = (given: Past): State => unwrap(adoptCounts(emptyState({ seed: "s" }), given));

  it("owes each rep what it had less than its share", () => {
    expect(inLeads(adopted(past(5, 4, 2, 0)))).toStrictEqual([-2, 0, 2]);
  });

  it("shares by weight where weights are given", () => {
    const counts = [
      { repId: "ann", leads: 6, weight: 2 },
      { repId: "bob", leads: 3, weight: 1 },
    ];
    expect(inLeads(adopted({ ledger: "desk", counts, mostLeads: 5 }))).toStrictEqual([0, 0]);
  });

  it("keeps a newcomer from a flood and puts the rest outside", () => {
    const state = adopted(past(2, 500, 500, 0));
    expect(inLeads(state)).toStrictEqual([-2, -2, 2]);
    expect(deskLedger(state).outside).toBe(2 * CREDITS_PER_LEAD);
    expect(inLeads(adopted(past(0, 500, 0)))).toStrictEqual([0, 0]);
  });

  it("leaves nobody owed more than (n-1)/2 leads and what it adopted", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 6 }),
        fc.nat({ max: 3 }),
        (counts, most) => {
          const roster = { reps: counts.map((_, i) => ({ id: `rep ${i}` })) };
          let state = adopted(past(most, ...counts));
          for (let n = 0; n < 60; n += 1) {
            const present = { reps: roster.reps.filter((_, i) => (n * 7 + i * 3) % 5 !== 0) };
            state = dealOne(rotating, present, state, n).state;
            for (const owed of inLeads(state))
              expect(owed).toBeLessThanOrEqual((counts.length - 1) / 2 + most);
          }
        },
      ),
    );
  });

  it("replaces what the ledger said of these reps, and keeps it in balance", () => {
    const state = unwrap(
      adoptCounts(dealt(4), {
        ledger: "desk",
        counts: [
          { repId: "ann", leads: 0 },
          { repId: "bob", leads: 2 },
        ],
        mostLeads: 1,
      }),
    );
    expect(inLeads(state).slice(0, 2)).toStrictEqual([1, -1]);
    expect(readState(throughStore(state))._tag).toBe("Right");
  });

  it("refuses what cannot be a past", () => {
    expect(adoptCounts(emptyState({ seed: "s" }), past(1001, 1))).toMatchObject({
      left: [{ path: ["past", "mostLeads"] }],
    });
    expect(adoptCounts(emptyState({ seed: "s" }), past(1, 0.5))).toMatchObject({
      left: [{ path: ["past", "counts", 0, "leads"] }],
    });
  });
});

describe("inspect", () => {
  it("shows load and accounts by rep, in leads", () => {
    expect(inspect(dealt(1))).toStrictEqual({
      version: 1,
      reps: [
        { repId: "ann", openLeads: 1, openOffers: 0, owed: [{ ledger: "desk", leads: -2 / 3 }] },
        { repId: "bob", openLeads: 0, openOffers: 0, owed: [{ ledger: "desk", leads: 1 / 3 }] },
        { repId: "cyd", openLeads: 0, openOffers: 0, owed: [{ ledger: "desk", leads: 1 / 3 }] },
      ],
      outside: [{ ledger: "desk", leads: 0 }],
    });
  });
});

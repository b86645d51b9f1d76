import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  all,
  available,
  cascade,
  compose,
  emptyState,
  explain,
  forget,
  holderOf,
  inspect,
  lastTakerFirst,
  leastLoaded,
  longestIdle,
  type NestedBy,
  type NestedOptions,
  nested,
  onlyTop,
  owe,
  ownGroups,
  patience,
  quotaRotation,
  type Rep,
  type Roster,
  race,
  readState,
  region,
  renameLedger,
  rotation,
  type Selector,
  type State,
  unwrap,
  weighted,
} from "../../../../src/index.js";
import { outOfBounds, theoremT } from "../../../../src/testing/fairness/mirror.js";
import { throughStore } from "../../../../src/testing/json.js";
import { dealOne, deskLedger, deskOf } from "../../../support/desk.js";
import { asked, claim, no, storyOf } from "../../../support/story.js";

const member = (id: string, ...teams: readonly string[]): Rep => ({ id, teams });

const twoTeams: Roster = {
  reps: [member("ann", "east"), member("bob", "east"), member("cyd", "east"), member("dan", "west")],
};

/** Who takes so many leads, and the state afterwards. */
const dealt = (selector: Selector, roster: Roster, leads: number) => {
  const strategy = deskOf(selector);
  let state: State = emptyState({ seed: "s" });
  const takers: (string | undefined)[] = [];
  for (let n = 0; n < leads; n += 1) {
    const one = dealOne(strategy, roster, state, n);
    state = n % 2 === 0 ? one.state : throughStore(one.state);
    takers.push(one.taker);
  }
  return { state, takers: takers.join(" ") };
};

const totalsOf = (state: State) =>
  Object.fromEntries(deskLedger(state).totals.map(({ name, value }) => [name, value]));

const takersOf = (
  roster: Roster,
  leads: number,
  by: NestedBy,
  selector?: Selector,
  options?: NestedOptions,
) => dealt(nested(by, selector, options), roster, leads).takers;

describe("nested", () => {
  it("deals to groups in turn, and in each to its members in turn", () => {
    expect(takersOf(twoTeams, 8, "team")).toBe("ann dan bob dan cyd dan ann dan");
  });

  it("counts groups by their members' weights, or by weights by name", () => {
    const byMembers = { groupWeights: "members" } as const;
    expect(takersOf(twoTeams, 8, "team", rotation(), byMembers)).toBe("ann bob dan cyd ann bob dan cyd");
    const by = (groupWeights: Readonly<Record<string, number>>) =>
      takersOf(twoTeams, 6, "team", rotation(), { groupWeights });
    expect(by({ west: 2 })).toBe("dan ann dan dan bob dan");
    expect(by({ west: 0.5, east: 0.25 })).toBe("dan ann dan dan bob dan");
    expect(by({ west: 0 })).toBe("ann bob cyd ann bob cyd");
    expect(by({ west: 0, east: 0 })).toBe("     ");
  });

  it("goes as deep as it is told, each group with accounts of its own", () => {
    const reps = ["east", "west"].flatMap((team) =>
      ["ae", "ae", "sdr"].map((role, i): Rep => ({ id: `${team} ${role}${i}`, teams: [team], role })),
    );
    const { takers, state } = dealt(nested("team", nested("role")), { reps }, 8);
    expect(takers).toBe("east ae0 west ae0 east sdr2 west sdr2 east ae1 west ae1 east sdr2 west sdr2");
    expect(Object.keys(totalsOf(state))).toStrictEqual([
      'nested["team","east"]',
      'nested["team","east"] nested["role","ae"]',
      'nested["team","east"] nested["role","sdr"]',
      'nested["team","west"]',
      'nested["team","west"] nested["role","ae"]',
      'nested["team","west"] nested["role","sdr"]',
    ]);
  });

  it("keeps what the selector within remembers for each group apart", () => {
    const { takers, state } = dealt(nested("team", longestIdle()), twoTeams, 6);
    expect(takers).toBe("ann dan bob dan cyd dan");
    expect(totalsOf(state)).toMatchObject({
      'nested["team","east"] longestIdle turns': 3,
      'nested["team","west"] longestIdle turns': 3,
    });
    expect(deskLedger(state).columns.map(({ name }) => name)).toStrictEqual([
      'nested["team","east"] longestIdle turn',
      'nested["team","west"] longestIdle turn',
    ]);
  });

  it("tells groups apart whatever they are called", () => {
    const names = ["", "__proto__", "constructor", 'a"]', 'a"] nested["team","a', "a", "\u{1f600}", "\\"];
    const reps = names.map((name, i) => member(`rep ${i}`, name));
    const { state } = dealt(nested("team", nested("team")), { reps: [...reps, { id: "z" }] }, 9);
    expect(unwrap(readState(JSON.parse(JSON.stringify(state))))).toStrictEqual(state);
    expect(deskLedger(state).totals).toHaveLength(2 * (names.length + 1));
    expect(inspect(state).reps.map(({ openLeads }) => openLeads)).toStrictEqual(Array(9).fill(1));
  });

  it("puts reps of no group together, last on a tie, or lets them have no turn", () => {
    const roster = {
      reps: [{ id: "ann" }, { id: "bob", teams: [] }, member("cyd", "east"), member("dan", "")],
    };
    expect(takersOf(roster, 6, "team")).toBe("dan cyd ann dan cyd bob");
    expect(takersOf(roster, 4, "team", rotation(), { withoutGroup: "noTurn" })).toBe("dan cyd dan cyd");
    const { state } = dealt(nested("team"), roster, 3);
    expect(totalsOf(state)).toHaveProperty(['nested["team"]']);
  });

  it("lets a rep of several groups take part in each, and stand once", () => {
    const roster = {
      reps: [member("ann", "east", "west", "east"), member("bob", "east"), member("cyd", "west")],
    };
    expect(takersOf(roster, 6, "team")).toBe("ann cyd bob ann ann cyd");
    const { candidates } = unwrap(
      explain(deskOf(nested("team")), { id: "l", receivedAtMs: 0 }, roster, emptyState({ seed: "s" })),
    );
    expect(candidates.map(({ repId, merit }) => [repId, merit?.score, merit?.share])).toStrictEqual([
      ["ann", 1, 1 / 4],
      ["bob", 1, 1 / 4],
      ["cyd", 0, 1 / 4],
    ]);
  });

  it("has a rep of several groups take the turn of one that takes turns, whatever the others are owed", () => {
    const roster = { reps: [member("ann", "east", "west"), member("cyd", "north")] };
    const { state } = dealt(nested("team"), roster, 1);
    const withoutWest = deskOf(nested("team", rotation(), { groupWeights: { west: 0 } }));
    const { candidates } = unwrap(explain(withoutWest, { id: "l", receivedAtMs: 0 }, roster, state));
    expect(candidates.map(({ repId, merit }) => [repId, merit?.share])).toStrictEqual([
      ["cyd", 1 / 2],
      ["ann", 1 / 2],
    ]);
  });

  it("has a rep of several groups take the turn of one in whose order it stands", () => {
    const roster = { reps: [member("ann", "east"), member("bob", "east", "west")] };
    const selector = nested("team", onlyTop(1, rotation()));
    const strategy = compose({ ledger: "desk", filters: [], selector, delivery: race({ openMs: 9 }) });
    const { decision, state } = storyOf(strategy, { roster }).on(1, claim("bob"));
    expect(decision).toMatchObject({ repId: "bob", share: 1 / 2 });
    expect(Object.values(totalsOf(state)).map(Math.sign)).toStrictEqual([1, -1]);
  });

  it("says where the group stands, and where the member stands in it", () => {
    const { state } = dealt(nested("team"), twoTeams, 1);
    const lead = { id: "l", receivedAtMs: 0 };
    const { candidates } = unwrap(explain(deskOf(nested("team")), lead, twoTeams, state));
    expect(candidates.map(({ repId, merit }) => [repId, merit?.says])).toStrictEqual([
      [
        "dan",
        'is of "west", which is owed 1.00 leads: 0.50 of this one, 0.50 from before; within it, is owed 1.00 leads: 1.00 of this one, 0.00 from before',
      ],
      ...["bob", "cyd", "ann"].map((id) => [
        id,
        expect.stringContaining('is of "east", which is owed 0.00 leads'),
      ]),
    ]);
    expect(nested("team", lastTakerFirst(rotation())).merits).toBeUndefined();
  });

  it("passes over a group in which nobody takes a turn, and owes it nothing", () => {
    const idle = {
      reps: [member("ann", "east"), { ...member("dan", "west"), weight: 0 }, member("eve", "west")],
    };
    const away = { reps: idle.reps.slice(0, 2) };
    const { state, takers } = dealt(nested("team"), away, 3);
    expect(takers).toBe("ann ann ann");
    expect(totalsOf(state)).toStrictEqual({ 'nested["team","east"]': 0 });
    expect(dealOne(deskOf(nested("team")), idle, state, 3).taker).toBe("ann");
    const waiting = nested("team", patience(rotation(), { withinLeads: 0 }));
    expect(dealt(waiting, twoTeams, 4).takers).toBe("ann dan bob dan");
  });

  it("lets the selector within owe its members what they miss, and the group nothing", () => {
    const strategy = compose({
      ledger: "desk",
      filters: [owe(available(), { mostLeads: 9 })],
      selector: nested("team"),
    });
    const away = { reps: [member("ann", "east"), { ...member("bob", "east"), presence: "away" } as const] };
    let state: State = emptyState({ seed: "s" });
    for (let n = 0; n < 4; n += 1) state = dealOne(strategy, away, state, n).state;
    const back = { reps: [member("ann", "east"), member("bob", "east"), member("cyd", "west")] };
    const takers = Array.from({ length: 7 }, (_, n) => {
      const one = dealOne(strategy, back, state, n + 4);
      state = one.state;
      return one.taker;
    });
    expect(takers.join(" ")).toBe("bob cyd bob cyd bob cyd bob");
  });

  it("goes on from group to group in a cascade, and a lost turn is one of the group", () => {
    const strategy = compose({
      ledger: "desk",
      filters: [],
      selector: nested("team"),
      delivery: cascade({ answerMs: 9, order: "fixed" }),
    });
    const roster = { reps: [member("ann", "east"), member("bob", "east"), member("cyd", "west")] };
    const first = storyOf(strategy, { roster });
    const second = first.on(1, no("ann"));
    const third = second.on(2, no("bob"));
    expect([first, second, third].map((each) => asked(each))).toStrictEqual([["ann"], ["bob"], ["cyd"]]);
    const half = 80_313_433_200 / 2;
    expect(totalsOf(second.state)).toStrictEqual({
      'nested["team","east"]': -half,
      'nested["team","west"]': half,
    });
  });

  it("charges the group for a member who takes the lead without a part of it", () => {
    expect(dealt(nested("team", lastTakerFirst(leastLoaded())), twoTeams, 4).takers).toBe("ann dan ann dan");
    const delivery = race({ openMs: 9 });
    const strategy = compose({
      ledger: "desk",
      filters: [],
      selector: nested("team", leastLoaded()),
      delivery,
    });
    const held = { reps: twoTeams.reps.map((rep) => ({ ...rep, openLeads: rep.id === "bob" ? 5 : 0 })) };
    const { decision, state } = storyOf(strategy, { roster: held }).on(1, claim("bob"));
    expect(decision).toMatchObject({ repId: "bob", share: 0, price: 0 });
    expect(Object.values(totalsOf(state)).map(Math.sign)).toStrictEqual([-1, 1]);
  });

  it("gives a price back to the member that paid it, and lets the group's turn count", () => {
    const strategy = deskOf(nested("team"));
    const story = storyOf(strategy, { roster: twoTeams });
    const { decision, state } = story;
    const price = decision.status === "assigned" ? decision.price : 0;
    const back = story.on(1, { type: "returned" });
    expect(price).toBeGreaterThan(0);
    expect(deskLedger(back.state).outside).toBe(-price);
    // Dealt on, it goes to the other team, so both have had a turn of two.
    expect(holderOf(back.decision)).toBe("dan");
    expect(Object.values(totalsOf(state))).not.toContain(0);
    expect(Object.values(totalsOf(back.state))).toStrictEqual([0, 0]);
  });

  it("books for whoever has the lead by hand, in a group or in none", () => {
    const selector = nested("team", rotation(), { withoutGroup: "noTurn", groupWeights: { north: 0 } });
    const policy = { reassignedTo: "counts" } as const;
    const strategy = compose({
      ledger: "desk",
      filters: [],
      selector,
      delivery: cascade({ answerMs: 9, policy }),
    });
    const others = [{ id: "eve" }, { ...member("fay", "west"), weight: 0 }, member("gil", "north")];
    const roster = { reps: [...twoTeams.reps, ...others] };
    for (const to of ["eve", "fay", "gil"]) {
      const { decision, state } = storyOf(strategy, { roster }).on(1, { type: "reassigned", to });
      expect(decision).toMatchObject({ status: "assigned", repId: to, share: 0 });
      expect(totalsOf(state)).toStrictEqual({});
    }
    const { decision } = storyOf(strategy, { roster }).on(1, { type: "reassigned", to: "dan" });
    expect(decision).toMatchObject({ repId: "dan", share: 1 / 2 });
  });

  it("keeps groups within Theorem T among groups, and members within it, whatever the candidates and weights are", () => {
    const teams = ["east", "west", "north", "south"];
    const aRep = (id: string, i: number) =>
      fc.record({
        id: fc.constant(id),
        teams: fc.constant([teams[i % 4] as string]),
        weight: fc.constantFrom(0, 1, 3, 0.29, 10_000),
      });
    const aRoster = fc
      .subarray(["a", "b", "c", "d", "e", "f", "g", "h"], { minLength: 1 })
      .chain((ids) => fc.tuple(...ids.map((id) => aRep(id, id.charCodeAt(0)))));
    const options = fc.constantFrom("equal" as const, "members" as const, { east: 3, west: 0.001, south: 0 });
    fc.assert(
      fc.property(fc.array(aRoster, { maxLength: 40 }), options, (rosters, groupWeights) => {
        const strategy = deskOf(nested("team", weighted(), { groupWeights }));
        let state: State = emptyState({ seed: "s" });
        for (const [n, reps] of rosters.entries()) {
          const one = dealOne(strategy, { reps }, state, n);
          state = n % 2 === 0 ? one.state : throughStore(one.state);
          const groups = deskLedger(state).totals.map(({ value }) => value);
          expect(groups.reduce((sum, value) => sum + value, 0)).toBe(0);
          expect(
            outOfBounds(
              [...groups].sort((a, b) => b - a),
              theoremT,
            ),
          ).toBeUndefined();
          for (const i of [0, 1, 2, 3]) {
            const members = state.ids.flatMap((id, place) =>
              id.charCodeAt(0) % 4 === i ? [deskLedger(state).credits[place] ?? 0] : [],
            );
            expect(members.reduce((sum, value) => sum + value, 0)).toBe(0);
            expect(
              outOfBounds(
                [...members].sort((a, b) => b - a),
                theoremT,
              ),
            ).toBeUndefined();
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it("keeps its accounts when reps are forgotten and the ledger is renamed", () => {
    const { state } = dealt(nested("team"), twoTeams, 3);
    const after = unwrap(forget(unwrap(renameLedger(state, "desk", "web")), ["ann"]));
    expect(totalsOf(after)).toStrictEqual(totalsOf(state));
    expect(after.ledgers[0]).toMatchObject({ name: "web" });
  });

  it("asks for the account of each of many groups once", () => {
    const reps = Array.from({ length: 3000 }, (_, i) => member(`r${i}`, `t${i}`));
    let state: State = emptyState({ seed: "s" });
    const strategy = deskOf(nested("team"));
    for (let n = 0; n < 3; n += 1) state = dealOne(strategy, { reps }, state, n).state;
    expect(deskLedger(state).totals).toHaveLength(3000);
    let reads = 0;
    const counting: Selector = {
      name: "counting",
      order: (question) => {
        const { ledger } = question;
        const total = (name: string) => {
          reads += 1;
          return ledger.total(name);
        };
        return nested("team", all()).order({ ...question, ledger: { ...ledger, total } });
      },
      book: () => ({ share: 0, price: 0 }),
    };
    const { decision } = unwrap(deskOf(counting)({ id: "l", receivedAtMs: 0 }, { reps }, state));
    expect(holderOf(decision)).toBe("r100");
    expect(reads).toBe(3000);
  });

  it("passes on that everybody is needed", () => {
    const selector = nested("team", quotaRotation());
    expect(takersOf(twoTeams, 6, "team", quotaRotation())).toBe("ann dan bob dan cyd dan");
    expect(() => compose({ ledger: "desk", filters: [region()], selector })).toThrow("without filters only");
  });

  it("stands in the fingerprint with its groups and options", () => {
    const of = (...args: Parameters<typeof nested>) =>
      compose({ ledger: "desk", filters: [], selector: nested(...args) }).fingerprint;
    const prints = [
      of("team"),
      of("role"),
      of("team", longestIdle()),
      of("team", nested("role")),
      of("team", rotation(), { withoutGroup: "noTurn" }),
      of("team", rotation(), { groupWeights: "members" }),
      of("team", rotation(), { groupWeights: { a: 1 } }),
      of(ownGroups("team", 2, () => undefined)),
    ];
    expect(new Set(prints).size).toBe(prints.length);
    expect(of("team", rotation(), { groupWeights: { a: 1, b: 2 } })).toBe(
      of("team", rotation(), { groupWeights: { b: 2, a: 1 } }),
    );
    expect(of("team", rotation(), { groupWeights: "equal" })).toBe(of("team"));
  });

  it("refuses what means nothing", () => {
    expect(() => nested("region" as never)).toThrow('nested: groups by "team", "role" or ownGroups');
    expect(() => nested(undefined as never)).toThrow("nested: groups by");
    expect(() => nested("team", rotation as never)).toThrow("was it called?");
    for (const groupWeights of [null, "all", [1], { a: -1 }, { a: 0.0001 }, { a: 10_001 }, { a: "1" }])
      expect(() => nested("team", rotation(), { groupWeights: groupWeights as never })).toThrow(
        /^nested: (groupWeights|a group's weight) must be/,
      );
    expect(() => nested("team", rotation(), { withoutGroup: "out" as never })).toThrow(
      "nested: withoutGroup must be",
    );
  });
});

describe("ownGroups", () => {
  const blamed = (groupOf: (rep: Rep) => unknown) =>
    deskOf(nested(ownGroups("pod", 1, groupOf as never)))(
      { id: "l", receivedAtMs: 0 },
      { reps: [{ id: "ann" }] },
      emptyState({ seed: "s" }),
    );

  it("takes a name, a list of them, each once, or nothing", () => {
    const { groupsOf } = ownGroups("pod", 1, ({ id }) =>
      id === "a" ? "x" : id === "b" ? ["x", "y", "x"] : undefined,
    );
    expect(["a", "b", "c"].map((id) => groupsOf({ id }))).toStrictEqual([["x"], ["x", "y"], []]);
  });

  it("names a rule that throws or gives anything else", () => {
    const path = ["strategy", "selector", "nested rotation"];
    for (const given of [3, null, [3], {}, Promise.resolve("x")])
      expect(blamed(() => given)).toMatchObject({
        left: [
          {
            path,
            message: expect.stringContaining(
              'the groups "pod" gave neither text nor a list of it for rep "ann"',
            ),
          },
        ],
      });
    const throwing = () => {
      throw new Error("no pods today");
    };
    expect(blamed(throwing)).toMatchObject({ left: [{ path, message: "Error: no pods today" }] });
  });

  it("refuses what has no name, version or rule", () => {
    for (const args of [
      ["", 1, () => "x"],
      ["pod", undefined, () => "x"],
      ["pod", 1],
      [7, 1, () => "x"],
    ])
      expect(() => ownGroups(...(args as Parameters<typeof ownGroups>))).toThrow("ownGroups: needs a name");
  });
});

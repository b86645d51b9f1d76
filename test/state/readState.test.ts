import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyState, readState, unwrap } from "../../src/index.js";
import { aScenario, play } from "../../src/testing/index.js";
import { throughStore } from "../../src/testing/json.js";
import { dealt, rotating } from "../support/dealt.js";
import { deskLedger } from "../support/desk.js";
import { strategies } from "../support/strategies.js";

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
    ["an effort that is no count", { openEffort: [0, 1, 0.5] }, ["state.openEffort.2"]],
    ["an effort column that is too long", { offeredEffort: [0, 0, 0, 0] }, ["state.offeredEffort"]],
    ["no effort column", { openEffort: undefined }, ["state.openEffort"]],
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

  it("says one thing about what is no record: text that was never parsed, a list", () => {
    const text = JSON.stringify(good);
    expect(readState(text)).toStrictEqual({
      _tag: "Left",
      left: [{ path: ["state"], message: "must be an object, not text: was it parsed?" }],
    });
    expect(readState([good])).toStrictEqual({
      _tag: "Left",
      left: [{ path: ["state"], message: "must be an object, not a list" }],
    });
    expect(faultsOf({ ledgers: [text, [ledger], "desk"] })).toStrictEqual([
      "state.ledgers.0",
      "state.ledgers.1",
      "state.ledgers.2",
    ]);
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
      openEffort: zeros,
      offeredEffort: zeros,
      ledgers: [{ name: "desk", credits: [...credits, ...opposite], outside: last, columns: [], totals: [] }],
    });
    expect(readState(state(0))._tag).toBe("Right");
    expect(readState(state(1))._tag).toBe("Left");
  });
});

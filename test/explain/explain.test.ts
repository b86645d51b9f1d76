import { describe, expect, it } from "vitest";
import {
  available,
  compose,
  emptyState,
  explain,
  type Filter,
  language,
  rotation,
  type Selector,
  type Strategy,
  unwrap,
} from "../../src/index.js";

const state = emptyState({ seed: "s" });
const desk = compose({ ledger: "desk", filters: [language(), available()], selector: rotation() });
const reps = [
  { id: "ann", languages: ["en"] },
  { id: "bob", languages: ["sv"], presence: "away" },
  { id: "cyd", languages: ["sv"] },
  { id: "dan" },
  { id: "eve", languages: ["de"] },
  { id: "fay", languages: ["sv"], weight: 0 },
] as const;
const lead = { id: "l1", receivedAtMs: 7, languages: ["sv", "en"] };

describe("explain", () => {
  it("names for each rep the first stage that left it out, by id", () => {
    const { leftOut } = unwrap(explain(desk, lead, { reps: [...reps].reverse() }, state));
    expect(leftOut.map(({ repId, by }) => [repId, by])).toStrictEqual([
      ["ann", "language"],
      ["bob", "available"],
      ["eve", "language"],
      ["fay", "rotation"],
    ]);
  });

  it("keeps the values that were compared", () => {
    const { leftOut } = unwrap(explain(desk, lead, { reps }, state));
    expect(leftOut.find(({ repId }) => repId === "eve")).toMatchObject({ has: ["de"], wants: ["sv", "en"] });
  });

  it("says that somebody fits better where a rep only fell behind", () => {
    const { leftOut } = unwrap(explain(desk, lead, { reps }, state));
    expect(leftOut[0]?.reason).toMatch(/; somebody fits better$/);
  });

  it("ranks the candidates with credit, share and what put them there", () => {
    const { candidates, tie, given } = unwrap(explain(desk, lead, { reps }, state));
    expect(candidates.map(({ repId, credit, merit }) => [repId, credit, merit?.share])).toStrictEqual([
      ["cyd", 0, 0.5],
      ["dan", 0, 0.5],
    ]);
    expect([tie, given]).toStrictEqual([["cyd", "dan"], ["cyd"]]);
  });

  it("tells of no tie where there was none", () => {
    const first = unwrap(desk(lead, { reps }, state));
    const second = unwrap(explain(desk, { ...lead, id: "l2" }, { reps }, first.state));
    expect(second.candidates.map(({ merit }) => merit?.says)).toStrictEqual([
      "is owed 1.00 leads: 0.50 of this one, 0.50 from before",
      "is owed 0.00 leads: 0.50 of this one, -0.50 from before",
    ]);
    expect("tie" in second).toBe(false);
  });

  it("explains that nobody was found", () => {
    const explanation = unwrap(explain(desk, lead, { reps: [] }, state));
    expect(explanation).toMatchObject({ status: "unassigned", given: [], leftOut: [], candidates: [] });
  });

  it("says who had the lead before", () => {
    const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
    const plain = { id: "l1", receivedAtMs: 0 };
    const given = unwrap(desk(plain, roster, state));
    const event = { id: "e1", atMs: 1, type: "returned" } as const;
    const { explanation } = unwrap(
      desk.respond(plain, given.decision, event, roster, given.state, { explain: true }),
    );
    expect(explanation).toMatchObject({ given: ["bob"], leftOut: [{ repId: "ann", by: "tried" }] });
  });

  it("is silent about an event that asks nobody", () => {
    const roster = { reps: [{ id: "ann" }] };
    const plain = { id: "l1", receivedAtMs: 0 };
    const given = unwrap(desk(plain, roster, state));
    const event = { id: "e1", atMs: 1, type: "closed", result: "won" } as const;
    expect(
      "explanation" in
        unwrap(desk.respond(plain, given.decision, event, roster, given.state, { explain: true })),
    ).toBe(false);
  });

  it("lets a selector without merits be, and keeps its order", () => {
    const backwards: Selector = {
      name: "backwards",
      order: ({ candidates }) => [...candidates].reverse(),
      book: () => ({ share: 1, price: 0 }),
    };
    const strategy = compose({ ledger: "desk", filters: [], selector: backwards });
    const { candidates } = unwrap(explain(strategy, lead, { reps: [{ id: "ann" }, { id: "bob" }] }, state));
    expect(candidates.map(({ repId, merit }) => [repId, merit])).toStrictEqual([
      ["bob", undefined],
      ["ann", undefined],
    ]);
  });

  it("keeps of a stranger's values what JSON keeps", () => {
    const odd: Filter = {
      name: "odd",
      test: () => ({ passes: false, reason: "is odd", has: new Date(0) as never, wants: (() => 1) as never }),
    };
    const strategy = compose({ ledger: "desk", filters: [odd], selector: rotation() });
    expect(unwrap(explain(strategy, lead, { reps: [{ id: "ann" }] }, state)).leftOut).toStrictEqual([
      { repId: "ann", by: "odd", reason: "is odd", has: "1970-01-01T00:00:00.000Z" },
    ]);
  });

  it("leaves out a value that JSON cannot keep", () => {
    const odd = { name: "odd", test: () => ({ passes: false, reason: "is odd", has: 1n }) } as never;
    const strategy = compose({ ledger: "desk", filters: [odd], selector: rotation() });
    expect(unwrap(explain(strategy, lead, { reps: [{ id: "ann" }] }, state)).leftOut).toStrictEqual([
      { repId: "ann", by: "odd", reason: "is odd" },
    ]);
  });

  it("takes candidates that a selector copied for the reps that they are", () => {
    const copying: Selector = {
      ...rotation(),
      name: "copying",
      order: ({ candidates }) => candidates.map((each) => ({ ...each })),
      merits: () => (candidate) => ({ score: -candidate.place * 0, share: -0, says: "stands anywhere" }),
    };
    const strategy = compose({ ledger: "desk", filters: [], selector: copying });
    const { candidates, leftOut } = unwrap(
      explain(strategy, lead, { reps: [{ id: "ann" }, { id: "bob", weight: 0 }] }, state),
    );
    expect([candidates.map(({ repId }) => repId), leftOut]).toStrictEqual([["ann", "bob"], []]);
    expect(candidates.every(({ merit }) => Object.is(merit?.score, 0) && Object.is(merit?.share, 0))).toBe(
      true,
    );
  });

  it("names the selector whose ranking has a hole", () => {
    const holed: Selector = {
      ...rotation(),
      order: ({ candidates }) => ({
        length: candidates.length,
        at: (place) => (place === 0 ? candidates[0] : undefined),
      }),
    };
    const strategy = compose({ ledger: "desk", filters: [], selector: holed });
    expect(explain(strategy, lead, { reps: [{ id: "ann" }, { id: "bob" }] }, state)).toMatchObject({
      left: [{ path: ["strategy", "selector", "rotation"] }],
    });
  });

  it("throws nothing, whatever the options are", () => {
    const hostile = Object.defineProperty({}, "nowMs", {
      enumerable: true,
      get: () => {
        throw new Error("no clock");
      },
    });
    for (const options of [hostile, null, 7])
      expect(explain(desk, lead, { reps }, state, options as never)._tag).toBe("Left");
  });

  it.each([
    [
      "throws",
      () => () => {
        throw new Error("no merit");
      },
    ],
    ["gives no numbers", () => () => ({ score: "high", share: 1, says: "" })],
    ["gives no function", () => 7],
  ])("names the selector whose merits it %s", (_, merits) => {
    const strategy = compose({
      ledger: "desk",
      filters: [],
      selector: { ...rotation(), merits: merits as never },
    });
    expect(explain(strategy, lead, { reps: [{ id: "ann" }] }, state)).toMatchObject({
      left: [{ path: ["strategy", "selector", "rotation", "merits"] }],
    });
  });

  it("refuses to explain a decision that stands, and a strategy that explains nothing", () => {
    const roster = { reps: [{ id: "ann" }] };
    const { decision } = unwrap(desk(lead, roster, state));
    expect(explain(desk, lead, roster, state, { earlier: decision })).toMatchObject({
      left: [{ path: ["options", "earlier"] }],
    });
    const silent: Strategy = Object.assign((...[a, b, c]: Parameters<Strategy>) => desk(a, b, c), {
      respond: desk.respond,
      candidates: desk.candidates,
      fingerprint: "silent",
    });
    expect(explain(silent, lead, roster, state)).toMatchObject({ left: [{ path: ["strategy"] }] });
  });

  it("asks no filter and no merit of a decision that is not to be explained", () => {
    let tests = 0;
    let merits = 0;
    const counting: Filter = {
      name: "counting",
      test: ({ rep }) => {
        tests += 1;
        return rep.id < "c" ? { passes: true, rank: 0 } : { passes: false, reason: "is after b" };
      },
    };
    const selector: Selector = {
      ...rotation(),
      merits: () => () => {
        merits += 1;
        return { score: 0, share: 0, says: "counts" };
      },
    };
    const strategy = compose({ ledger: "desk", filters: [counting], selector });
    unwrap(strategy(lead, { reps }, state));
    const asked = tests;
    expect([asked, merits]).toStrictEqual([reps.length, 0]);
    unwrap(strategy(lead, { reps }, state, { explain: true }));
    expect(tests).toBeGreaterThan(2 * asked);
    expect(merits).toBe(2);
  });

  it("names bad input", () => {
    expect(explain(desk, { ...lead, receivedAtMs: -1 }, { reps }, state)).toMatchObject({
      left: [{ path: ["lead", "receivedAtMs"] }],
    });
    expect(desk(lead, { reps }, state, { explain: "yes" } as never)).toMatchObject({
      left: [{ path: ["options", "explain"] }],
    });
  });

  it("explains a lead among 100,000 reps", () => {
    const many = {
      reps: Array.from({ length: 100_000 }, (_, i) => ({
        id: `rep ${i}`,
        weight: i % 3,
        languages: i % 2 === 0 ? ["sv"] : ["de"],
      })),
    };
    const { leftOut, candidates } = unwrap(explain(desk, lead, many, state));
    expect(leftOut.length + candidates.length).toBe(100_000);
    expect(candidates.length).toBe(33_333);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  available,
  CREDITS_PER_LEAD,
  capacity,
  compose,
  emptyState,
  explain,
  explanationText,
  type Filter,
  holderOf,
  type Lead,
  owe,
  owner,
  prefer,
  type Rep,
  type Roster,
  rotation,
  type Selector,
  type State,
  type Strategy,
  team,
  unwrap,
  weighted,
} from "../../src/index.js";
import { outOfBounds, theoremT } from "../../src/testing/fairness/mirror.js";
import { deskLedger } from "../support/desk.js";
import { drawing } from "../support/drawing.js";

const U = CREDITS_PER_LEAD;

const deskWith = (filter: Filter, selector: Selector = rotation()): Strategy =>
  compose({ ledger: "desk", filters: [filter], selector });

const column = (state: State, name: string): readonly number[] =>
  deskLedger(state).columns.find((each) => each.name === name)?.values ?? state.ids.map(() => 0);

/** What is owed for missed leads, in such parts of a lead. */
const missedIn = (parts: number, state: State): readonly number[] =>
  column(state, "missed").map((credits) => (credits * parts) / U);

const rosterWith = (
  away: readonly string[],
  ids: readonly string[],
  weights: readonly number[] = [],
): Roster => ({
  reps: ids.map((id, i): Rep => {
    const weight = weights[i] === undefined ? {} : { weight: weights[i] };
    return { id, ...weight, ...(away.includes(id) ? { presence: "away" as const } : {}) };
  }),
});

interface Run {
  readonly state: State;
  readonly takers: readonly (string | undefined)[];
}

const deal = (
  strategy: Strategy,
  rosters: readonly Roster[],
  state = emptyState({ seed: "s" }),
  fromMs = 0,
): Run => {
  const takers: (string | undefined)[] = [];
  let now = state;
  for (const [n, roster] of rosters.entries()) {
    const outcome = unwrap(strategy({ id: `l${fromMs + n}`, receivedAtMs: fromMs + n }, roster, now));
    now = outcome.state;
    takers.push(holderOf(outcome.decision));
  }
  return { state: now, takers };
};

const times = (n: number, roster: Roster): readonly Roster[] => Array.from({ length: n }, () => roster);

const four = ["ann", "bob", "cyd", "dee"];
const all = rosterWith([], four);
const withoutDee = rosterWith(["dee"], four);

const countOf = (takers: readonly (string | undefined)[], id: string): number =>
  takers.filter((taker) => taker === id).length;

describe("who is left out by a filter that owes", () => {
  it("is owed its part of the lead, and the taker has it in its place", () => {
    const { state } = deal(deskWith(owe(available(), { mostLeads: 3 })), [withoutDee]);
    expect(missedIn(4, state)).toStrictEqual([-1, 0, 0, 1]);
    // The account itself is that of a filter that forgives.
    expect(deskLedger(state).credits.map((credits) => (credits * 3) / U)).toStrictEqual([-2, 1, 1, 0]);
  });

  it("has had as many leads as the others once it is back", () => {
    const strategy = deskWith(owe(available(), { mostLeads: 10 }));
    const { takers } = deal(strategy, [...times(12, withoutDee), ...times(8, all)]);
    expect(four.map((id) => countOf(takers, id))).toStrictEqual([5, 5, 5, 5]);
    expect(takers.slice(12, 15)).toStrictEqual(["dee", "dee", "dee"]);
  });

  it("catches up with no more than its limit", () => {
    const strategy = deskWith(owe(available(), { mostLeads: 2 }));
    const { takers, state } = deal(strategy, times(400, withoutDee));
    expect(missedIn(1, state)[3]).toBe(2);
    const back = deal(strategy, times(400, all), state, 400).takers;
    expect(countOf(back, "dee") - 100).toBe(2);
    expect(countOf(takers, "dee")).toBe(0);
  });

  it("may be a newcomer, laid in with time off until its first day", () => {
    const firstDayMs = 12;
    const newcomer = {
      reps: [
        ...rosterWith([], four.slice(0, 3)).reps,
        { id: "dee", timeOff: [{ fromMs: 0, toMs: firstDayMs }] },
      ],
    };
    const strategy = deskWith(owe(available(), { mostLeads: 2 }));
    const { takers } = deal(strategy, times(firstDayMs + 16, newcomer));
    expect(countOf(takers.slice(0, firstDayMs), "dee")).toBe(0);
    expect(countOf(takers.slice(firstDayMs), "dee")).toBe(4 + 2);
  });

  it("catches up with nothing once the time is over, and has no turn more than if nothing had been owed", () => {
    const owing = deskWith(owe(available(), { mostLeads: 5, expiresAfterMs: 10 }));
    const away = deal(owing, times(40, withoutDee));
    const forgiven = deal(deskWith(available()), times(40, withoutDee));
    // It missed its last at 39.
    const lastMoment = deal(owing, times(20, all), away.state, 48).takers;
    const over = deal(owing, times(20, all), away.state, 49).takers;
    const asForgiven = deal(deskWith(available()), times(20, all), forgiven.state, 49).takers;
    expect(countOf(over, "dee")).toBe(countOf(asForgiven, "dee"));
    expect(lastMoment[0]).toBe("dee");
    expect(countOf(lastMoment, "dee")).toBeLessThanOrEqual(countOf(over, "dee") + 1);
  });

  it("keeps what it caught up with, and loses the rest, when the time is over", () => {
    const owing = deskWith(owe(available(), { mostLeads: 5, expiresAfterMs: 10 }));
    const away = deal(owing, times(40, withoutDee));
    const back = deal(owing, [...times(4, all)], away.state, 40);
    expect(back.takers).toStrictEqual(["dee", "dee", "dee", "dee"]);
    const later = deal(owing, times(400, all), back.state, 100);
    expect(countOf(later.takers, "dee")).toBe(100);
  });

  it("costs the others no more than its limit, however many are away with it", () => {
    const strategy = deskWith(owe(available(), { mostLeads: 2 }));
    const { state } = deal(strategy, times(40, rosterWith(["bob", "cyd", "dee"], four)));
    expect(missedIn(1, state)).toStrictEqual([-2, 2, 2, 2]);
  });

  it("is owed nothing while it is not active, takes no turns, or is left out by another filter as well", () => {
    const reps: readonly Rep[] = [
      { id: "ann", teams: ["a"] },
      { id: "bob", teams: ["a"], presence: "away" },
      { id: "cyd", teams: ["b"], presence: "away" },
      { id: "dee", teams: ["a"], active: false },
      { id: "eve", teams: ["a"], presence: "away", weight: 0 },
    ];
    const asked = { id: "l1", receivedAtMs: 0, team: "a" };
    const filters = [team(), owe(available(), { mostLeads: 3 })];
    const strategy = compose({ ledger: "desk", filters, selector: rotation() });
    const { state } = unwrap(strategy(asked, { reps }, emptyState({ seed: "s" })));
    expect(missedIn(2, state)).toStrictEqual([-1, 1, 0, 0, 0]);
    const { leftOut } = unwrap(explain(strategy, asked, { reps }, state));
    expect(leftOut.filter(({ isOwed }) => isOwed).map(({ repId }) => repId)).toStrictEqual(["bob"]);
  });

  it("is owed nothing where it would have fallen behind in rank, and its part where it would have come first", () => {
    const filters = [prefer(team()), owe(available(), { mostLeads: 3 })];
    const strategy = compose({ ledger: "desk", filters, selector: rotation() });
    const reps = (away: string): Roster => ({
      reps: [
        { id: "ann", teams: ["a"], ...(away === "ann" ? { presence: "away" as const } : {}) },
        { id: "bob", teams: ["b"], ...(away === "bob" ? { presence: "away" as const } : {}) },
      ],
    });
    const dealtWithout = (away: string) =>
      unwrap(strategy({ id: "l1", receivedAtMs: 0, team: "a" }, reps(away), emptyState({ seed: "s" }))).state;
    expect(missedIn(2, dealtWithout("bob"))).toStrictEqual([0, 0]);
    expect(missedIn(2, dealtWithout("ann"))).toStrictEqual([1, -1]);
  });

  it("by several that owe is owed by the strictest of them", () => {
    const filters = [
      owe(available(), { mostLeads: 1, expiresAfterMs: 9 }),
      owe(capacity(), { mostLeads: 4, expiresAfterMs: 5 }),
    ];
    const strategy = compose({ ledger: "desk", filters, selector: rotation() });
    const reps: readonly Rep[] = [{ id: "ann" }, { id: "bob", presence: "away", capacity: 0 }];
    const { state } = deal(strategy, times(10, { reps }));
    expect(missedIn(1, state)).toStrictEqual([-1, 1]);
    // Missed last at 9; the sooner end holds.
    expect(column(state, "missed until")).toStrictEqual([14, 14]);
  });

  it("is told of in the explanation", () => {
    const strategy = deskWith(owe(available(), { mostLeads: 3 }));
    const { state } = deal(strategy, times(6, withoutDee));
    const told = (roster: Roster) =>
      explanationText(unwrap(explain(strategy, { id: "l9", receivedAtMs: 9 }, roster, state)));
    expect(told(withoutDee)).toContain(
      "dee is left out by available: is away; it is entitled to its part all the same.",
    );
    expect(told(all)).toContain(
      "1. dee is owed 1.75 leads: 0.25 of this one, 0.00 from before, 1.50 missed.",
    );
    expect(told(all)).toContain("2. ann is owed -0.25 leads".replace("owed -0.25 leads", "0.25 leads ahead"));
  });
});

describe("an owner's lead that counts", () => {
  it("is made up for by leads without an owner, until all are level", () => {
    const strategy = deskWith(owe(owner(), { mostLeads: 5 }));
    const roster = rosterWith([], ["ann", "bob", "cyd"]);
    let state = emptyState({ seed: "s" });
    const takers = Array.from({ length: 9 }, (_, n) => {
      const lead: Lead = { id: `l${n}`, receivedAtMs: n, ...(n < 3 ? { ownerId: "ann" } : {}) };
      const outcome = unwrap(strategy(lead, roster, state));
      state = outcome.state;
      return holderOf(outcome.decision);
    });
    expect(takers).toStrictEqual(["ann", "ann", "ann", "bob", "cyd", "bob", "cyd", "bob", "cyd"]);
    const { credits } = deskLedger(state);
    expect(credits.map((credit, i) => credit + (column(state, "missed")[i] ?? 0))).toStrictEqual([0, 0, 0]);
  });
});

describe("owe", () => {
  it("leaves decisions and state as they are as long as nobody is left out by it", () => {
    const plain = deal(deskWith(available()), times(9, all));
    const owing = deal(deskWith(owe(available(), { mostLeads: 3 })), times(9, all));
    expect(owing).toStrictEqual(plain);
  });

  it("owes nothing as a preference, or with a selector that keeps no account", () => {
    const { state } = deal(deskWith(prefer(owe(available(), { mostLeads: 3 }))), times(5, withoutDee));
    expect(deskLedger(state).columns).toStrictEqual([]);
  });

  it("stands in the fingerprint with its options, and goes on keeping the lead waiting as its filter does", () => {
    const prints = [
      available(),
      owe(available(), { mostLeads: 1 }),
      owe(available(), { mostLeads: 2 }),
      owe(available(), { mostLeads: 2, expiresAfterMs: 1 }),
      owe(available({ beforeLeaveMs: 1 }), { mostLeads: 2, expiresAfterMs: 1 }),
    ].map((filter) => deskWith(filter).fingerprint);
    expect(new Set(prints).size).toBe(5);
    const parked = owe(available({ whenNobodyAtWork: "park" }), { mostLeads: 1 });
    const roster = { reps: [{ id: "ann", timeOff: [{ fromMs: 0, toMs: 7 }] }] };
    const { decision } = unwrap(
      deskWith(parked)({ id: "l", receivedAtMs: 0 }, roster, emptyState({ seed: "s" })),
    );
    expect(decision).toMatchObject({ status: "parked", wakeAtMs: 7 });
  });

  it("refuses what means nothing", () => {
    const said = (make: () => Filter) => {
      try {
        make();
      } catch (error) {
        return error instanceof RangeError ? error.message : error;
      }
      return "accepted";
    };
    for (const mostLeads of [0, -1, 0.5, 1001, Number.NaN, "2", undefined])
      expect(said(() => owe(available(), { mostLeads: mostLeads as number }))).toBe(
        "owe: mostLeads must be a whole number from 1 to 1000",
      );
    for (const expiresAfterMs of [0, -1, 0.5, Number.POSITIVE_INFINITY, null])
      expect(said(() => owe(available(), { mostLeads: 1, expiresAfterMs: expiresAfterMs as number }))).toBe(
        "owe: expiresAfterMs must be a whole number above 0",
      );
    expect(said(() => owe(available(), undefined as never))).toContain("mostLeads");
    expect(said(() => owe(available as never, { mostLeads: 1 }))).toContain("was it called?");
  });
});

/** One lead of an adversary's: who works, who is away, by which weights, and how long after the one before. */
interface Blow {
  readonly ids: readonly string[];
  readonly away: readonly string[];
  readonly weights: readonly number[];
  readonly passMs: number;
}

const aBlow = (ids: readonly string[]): fc.Arbitrary<Blow> =>
  fc.subarray([...ids], { minLength: 1 }).chain((some) =>
    fc.record({
      ids: fc.constant(some),
      away: fc.subarray(some),
      weights: fc.tuple(...some.map(() => fc.constantFrom(0, 1, 1, 2, 3, 7))),
      passMs: fc.constantFrom(0, 1, 1, 4),
    }),
  );

const expectBounds = (state: State, nowMs: number, mostLeads: number): number => {
  const { credits, outside } = deskLedger(state);
  expect(credits.reduce((sum, credit) => sum + credit, outside)).toBe(0);
  const sorted = [...credits].sort((a, b) => b - a);
  expect(outOfBounds(sorted, theoremT)).toBeUndefined();
  const until = column(state, "missed until");
  const missed = column(state, "missed").map((each, i) => {
    expect(Number.isSafeInteger(each)).toBe(true);
    const over = until[i] as number;
    return over !== 0 && over <= nowMs ? 0 : each;
  });
  const most = (mostLeads + (3 * (credits.length - 1)) / 2) * U;
  const owed = credits.map((credit, i) => Math.abs(credit + (missed[i] as number)));
  for (const each of owed) expect(each).toBeLessThanOrEqual(most);
  return Math.max(...owed) / U;
};

describe.each([
  ["rotation", rotation()],
  ["weighted", weighted()],
])("%s that owes", (_, selector) => {
  it("keeps Theorem T in its credits, and what is owed in all within the limit and 3(n-1)/2, whatever happens", () => {
    const ids = ["a", "b", "c", "d", "e"];
    const options = fc.record({ mostLeads: fc.constantFrom(1, 2, 5), expires: fc.constantFrom(0, 3, 20) });
    fc.assert(
      fc.property(options, fc.array(aBlow(ids), { maxLength: 60 }), ({ mostLeads, expires }, blows) => {
        const ends = expires === 0 ? {} : { expiresAfterMs: expires };
        const strategy = deskWith(owe(available(), { mostLeads, ...ends }), selector);
        let state = emptyState({ seed: "s" });
        let nowMs = 0;
        for (const [n, { ids: some, away, weights, passMs }] of blows.entries()) {
          nowMs += passMs;
          const lead = { id: `l${n}`, receivedAtMs: nowMs };
          state = unwrap(strategy(lead, rosterWith(away, some, weights), state)).state;
          expectBounds(state, nowMs, mostLeads);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is within them against an adversary too, who gets past what the limit alone would allow", () => {
    const ids = ["a", "b", "c", "d"];
    const draw = drawing(7);
    const strategy = deskWith(owe(available(), { mostLeads: 2, expiresAfterMs: 50 }), selector);
    let state = emptyState({ seed: "s" });
    let worst = 0;
    for (let n = 0; n < 500; n += 1) {
      const options = Array.from({ length: 8 }, () => {
        const some = ids.filter(() => draw() < 0.7);
        const away = some.filter(() => draw() < 0.4);
        const roster = rosterWith(away, some.length > 0 ? some : ids, [1, 1, 3, 7]);
        return unwrap(strategy({ id: `l${n}`, receivedAtMs: n }, roster, state)).state;
      });
      const tension = (each: State) =>
        deskLedger(each).credits.reduce(
          (sum, credit, i) => sum + ((credit + (column(each, "missed")[i] ?? 0)) / U) ** 2,
          0,
        );
      state = options.reduce((a, b) => (tension(b) > tension(a) ? b : a));
      worst = Math.max(worst, expectBounds(state, n, 2));
    }
    expect(worst).toBeGreaterThan(2);
  });
});

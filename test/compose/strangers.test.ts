import { describe, expect, it } from "vitest";
import {
  assign,
  type Booking,
  type Candidate,
  compose,
  type Decision,
  type Delivery,
  emptyState,
  type Filter,
  holderOf,
  type Problems,
  readState,
  rotation,
  type Selector,
  unwrap,
} from "../../src/index.js";

const roster = { reps: [{ id: "ann" }, { id: "bob", active: false }] };

const lead = { id: "l1", receivedAtMs: 0 };

const start = emptyState({ seed: "s" });

const problemsWith = (parts: {
  readonly filter?: Filter;
  readonly selector?: Selector;
  readonly delivery?: Delivery;
}): Problems => {
  const { filter, selector = rotation(), delivery = assign() } = parts;
  const filters = filter === undefined ? [] : [filter];
  const result = compose({ ledger: "desk", filters, selector, delivery })(lead, roster, start);
  if (result._tag === "Right") throw new Error("was answered");
  return result.left;
};

const first: Selector = {
  name: "mine",
  order: ({ candidates }) => candidates,
  book: () => ({ share: 1, price: 0 }),
};

const booking = (what: unknown): Selector => ({ ...first, book: () => what as Booking });

const thrower = (): never => {
  throw new Error("out of order");
};

describe("a stranger's filter", () => {
  it("is named when it throws or answers something else", () => {
    const path = ["strategy", "filters", 0, "mine"];
    for (const test of [
      thrower,
      () => true,
      () => undefined,
      () => ({ passes: true }),
      () => ({ passes: true, rank: Number.NaN }),
      () => ({ passes: true, rank: true }),
      () => ({ passes: true, rank: null }),
      () => ({ passes: true, rank: "1" }),
      () => ({ passes: true, rank: 1n }),
      () => ({ passes: false }),
      () => {
        throw Object.create(null);
      },
    ]) {
      expect(problemsWith({ filter: { name: "mine", test: test as never } })[0].path).toStrictEqual(path);
    }
  });
});

describe("a stranger's selector", () => {
  it("composes and keeps columns and totals of its own", () => {
    const longestAgo: Selector = {
      name: "longestAgo",
      order: ({ candidates, ledger }) =>
        [...candidates].sort(
          (a, b) => ledger.number("turn", a) - ledger.number("turn", b) || a.place - b.place,
        ),
      book: ({ taker, ledger }) => ({
        share: 1,
        price: 0,
        columns: [{ name: "turn", candidates: [taker], values: [ledger.total("turns") + 1] }],
        totals: [{ name: "turns", value: ledger.total("turns") + 1 }],
      }),
    };
    const strategy = compose({ ledger: "desk", filters: [], selector: longestAgo });
    let state = start;
    const takers = ["l1", "l2", "l3"].map((id) => {
      const outcome = unwrap(strategy({ id, receivedAtMs: 0 }, roster, state));
      state = outcome.state;
      return holderOf(outcome.decision);
    });
    expect(takers).toStrictEqual(["ann", "bob", "ann"]);
    expect(state.ledgers[0]).toStrictEqual({
      name: "desk",
      credits: [0, 0],
      outside: 0,
      columns: [{ name: "turn", values: [3, 2] }],
      totals: [{ name: "turns", value: 3 }],
    });
  });

  it("sees the seed and the moment", () => {
    const seen: unknown[] = [];
    const nosy: Selector = {
      ...first,
      order: ({ candidates, ledger, nowMs }) => {
        seen.push([ledger.seed, ledger.name, nowMs]);
        return candidates;
      },
    };
    unwrap(compose({ ledger: "desk", filters: [], selector: nosy })(lead, roster, start, { nowMs: 7 }));
    expect(seen).toStrictEqual([["s", "desk", 7]]);
  });

  it("is named when it throws or books what cannot be kept", () => {
    const candidates = [{ id: "ann", rep: { id: "ann" }, weight: 1, place: 0 }];
    for (const selector of [
      { ...first, order: thrower },
      { ...first, order: () => undefined as never },
      { ...first, order: () => ({ length: 99, at: () => undefined }) },
      { ...first, order: () => ({ length: -1, at: () => undefined }) },
      { ...first, order: () => ({ length: 1 }) as never },
      { ...first, order: () => ({ length: 0.5, at: () => undefined }) },
      { ...first, book: thrower },
      booking(undefined),
      booking({ share: 2, price: 0 }),
      booking({ share: Number.NaN, price: 0 }),
      booking({ share: 1, price: 0.5 }),
      booking({ share: 1, price: -1 }),
      booking({ share: 1, price: 0, credits: { candidates, values: [1] } }),
      booking({ share: 1, price: 0, totals: [{ name: "x", value: Number.POSITIVE_INFINITY }] }),
    ]) {
      expect(problemsWith({ selector })[0].path).toStrictEqual(["strategy", "selector", "mine"]);
    }
  });

  it("cannot write credits that are not whole, nor columns that do not fit", () => {
    const writing = (values: readonly number[]): Selector => ({
      ...first,
      book: ({ candidates }) => ({ share: 1, price: 0, credits: { candidates, values } }),
    });
    expect(problemsWith({ selector: writing([0.5, 0]) })[0].message).toContain(
      "booked credits that do not fit",
    );
    expect(problemsWith({ selector: writing([1]) })[0].message).toContain("booked credits that do not fit");
    expect(problemsWith({ selector: writing([2 ** 53, 0]) })[0].message).toContain(
      "booked credits that do not fit",
    );
    const most = Number.MAX_SAFE_INTEGER;
    expect(problemsWith({ selector: writing([most, most]) })[0].message).toBe(
      "booked more than can be counted exactly",
    );
  });

  it("cannot write twice for one rep, nor under a name that is not its own", () => {
    const write = (booking: (taker: Candidate) => Partial<Booking>): Selector => ({
      ...first,
      book: ({ taker }) => ({ share: 1, price: 0, ...booking(taker) }),
    });
    const message = (selector: Selector) => problemsWith({ selector })[0].message;
    expect(
      message(write((taker) => ({ credits: { candidates: [taker, taker], values: [5, 5] } }))),
    ).toContain("that do not fit");
    const column = (name: unknown) =>
      write((taker) => ({ columns: [{ name: name as string, candidates: [taker], values: [1] }] }));
    expect(message(column("refunds"))).toBe("booked under a name it may not use");
    expect(message(column(undefined))).toBe("booked under a name it may not use");
    expect(message(write(() => ({ totals: [{ name: 7 as never, value: 1 }] })))).toBe(
      "booked under a name it may not use",
    );
  });

  it("moves to outside whatever it gives without taking", () => {
    const generous: Selector = {
      ...first,
      book: ({ taker }) => ({ share: 1, price: 0, credits: { candidates: [taker], values: [5] } }),
    };
    const { state } = unwrap(
      compose({ ledger: "desk", filters: [], selector: generous })(lead, roster, start),
    );
    expect(state.ledgers[0]).toMatchObject({ credits: [5, 0], outside: -5 });
  });
});

describe("a stranger's delivery", () => {
  const placing = (placement: unknown): Delivery => ({
    ...assign(),
    name: "mine",
    start: () => placement as never,
  });
  const path = ["strategy", "delivery", "mine"];
  const offering = (repId: string) => ({
    status: "offered",
    offers: [{ repId, sinceMs: 0, untilMs: 5, round: 0 }],
    waiting: [],
    wakeAtMs: 5,
  });

  it("counts an offer of its own as an open offer", () => {
    const strategy = compose({
      ledger: "desk",
      filters: [],
      selector: rotation(),
      delivery: placing(offering("bob")),
    });
    const { decision, state, effects } = unwrap(strategy(lead, roster, start));
    expect(decision).toMatchObject({ status: "offered", wakeAtMs: 5 });
    expect([state.openLeads, state.openOffers]).toStrictEqual([
      [0, 0],
      [0, 1],
    ]);
    expect(effects.map(({ type }) => type)).toStrictEqual(["tell", "wake"]);
  });

  it("is named when it throws or chooses whom it may not", () => {
    for (const delivery of [
      { ...placing(undefined), start: thrower },
      placing(undefined),
      placing({ status: "assigned", repId: "a stranger", counts: true }),
      placing({ status: "vanished" }),
      placing({ status: "offered", offers: [{ repId: "ann" }], waiting: [], wakeAtMs: 5 }),
      placing({ status: "parked", reason: "later", wakeAtMs: Number.NaN }),
      placing(offering("a stranger")),
      placing({ ...offering("ann"), offers: [] }),
      placing({ ...offering("ann"), offers: [...offering("ann").offers, ...offering("ann").offers] }),
      placing({ status: "pooled", mode: "open", mayClaim: [] }),
      placing({ status: "pooled", mode: "open", mayClaim: ["a stranger"] }),
    ]) {
      expect(problemsWith({ delivery })[0].path).toStrictEqual(path);
    }
  });

  it("cannot offer a lead to a rep whom a filter leaves out", () => {
    const active: Filter = {
      name: "active",
      test: ({ rep }) => (rep.active === false ? { passes: false, reason: "no" } : { passes: true, rank: 0 }),
    };
    const delivery = placing({ status: "pooled", mode: "open", mayClaim: ["ann", "bob"] });
    expect(problemsWith({ delivery, filter: active })).toStrictEqual([
      { path, message: 'chose "bob", whom "active" leaves out' },
    ]);
  });

  it("says where the lead is and nothing else, whatever else it gives", () => {
    const surplus = { leadId: "other", revision: 77, eventIds: ["x"], big: 1n };
    const parked = { status: "parked", reason: "later", wakeAtMs: 9, ...surplus };
    const closed = { status: "closed", result: "lost", repId: undefined, value: undefined };
    const decisionWith = (placement: unknown) =>
      unwrap(
        compose({ ledger: "desk", filters: [], selector: rotation(), delivery: placing(placement) })(
          lead,
          roster,
          start,
        ),
      ).decision;
    expect(decisionWith(parked)).toMatchObject({ leadId: "l1", revision: 0, eventIds: [] });
    expect(decisionWith(parked)).not.toHaveProperty("big");
    expect(Object.keys(decisionWith(closed))).not.toContain("value");
  });

  it("cannot give back what cannot be counted, nor set aside what is no rep", () => {
    const refund = { repId: "ann", price: 1, mostPerRep: 1 };
    const place = () => ({ status: "unassigned", reason: "x" });
    for (const move of [
      { place, refund: { ...refund, price: 0.5 } },
      { place, refund: { ...refund, price: Number.NaN } },
      { place, refund: { ...refund, mostPerRep: -1 } },
      { place, setAside: [undefined] },
      { place, lost: "ann" },
    ]) {
      const delivery: Delivery = { ...assign(), name: "mine", on: () => move as never };
      const strategy = compose({ ledger: "desk", filters: [], selector: rotation(), delivery });
      const { decision, state } = unwrap(strategy(lead, roster, start));
      const result = strategy.respond(lead, decision, { id: "e", atMs: 1, type: "expired" }, roster, state);
      expect(result).toMatchObject({ _tag: "Left", left: [{ path }] });
    }
  });

  it("cannot poison the state with the price of a decision that was tampered with", () => {
    const strategy = compose({ ledger: "desk", filters: [], selector: rotation() });
    let { decision, state } = unwrap(strategy(lead, roster, start));
    for (const id of ["e1", "e2"]) {
      const event = { id, atMs: 1, type: "closed", result: "no-show" } as const;
      const tampered = { ...decision, price: Number.MAX_SAFE_INTEGER } as Decision;
      const result = strategy.respond(lead, tampered, event, roster, state);
      if (result._tag === "Right") state = result.right.state;
    }
    expect(readState(JSON.parse(JSON.stringify(state)))._tag).toBe("Right");
  });

  it("cannot give back beyond exact counting where another account balances it", () => {
    const strategy = compose({ ledger: "desk", filters: [], selector: rotation() });
    const { decision, state } = unwrap(strategy(lead, roster, start));
    const most = Number.MAX_SAFE_INTEGER;
    const stretched = {
      ...state,
      ledgers: [{ name: "desk", credits: [most, -most], outside: 0, columns: [], totals: [] }],
    };
    const event = { id: "e", atMs: 1, type: "closed", result: "no-show" } as const;
    const result = strategy.respond(lead, decision, event, roster, stretched);
    expect(result).toMatchObject({
      _tag: "Left",
      left: [{ message: "booked more than can be counted exactly" }],
    });
  });

  it("is named when it answers an event with neither a move nor a refusal", () => {
    const mute: Delivery = { ...assign(), name: "mine", on: () => ({}) as never };
    const strategy = compose({ ledger: "desk", filters: [], selector: rotation(), delivery: mute });
    const { decision, state } = unwrap(strategy(lead, roster, start));
    const result = strategy.respond(lead, decision, { id: "e", atMs: 1, type: "expired" }, roster, state);
    expect(result).toMatchObject({ _tag: "Left", left: [{ path }] });
  });

  it("is closed today: a retry hears the same, until something is new", () => {
    const closedToday: Delivery = {
      ...assign(),
      name: "closedToday",
      start: () => ({ status: "unassigned", reason: "closed today" }),
    };
    const strategy = compose({ ledger: "desk", filters: [], selector: rotation(), delivery: closedToday });
    const lead = { id: "l1", receivedAtMs: 0 };
    const state = emptyState({ seed: "s" });
    const { decision } = unwrap(strategy(lead, { reps: [{ id: "ann" }] }, state));
    const again = unwrap(strategy(lead, { reps: [{ id: "ann" }] }, state, { earlier: decision }));
    expect([again.decision, again.state]).toStrictEqual([decision, state]);
    expect(again.decision).toBe(decision);
  });
});

import { describe, expect, it } from "vitest";
import {
  all,
  ceiling,
  compose,
  emptyState,
  holderOf,
  quotaRotation,
  type Roster,
  type Selector,
  topProducer,
  unwrap,
  weightedRandom,
} from "../../../src/index.js";
import { asking, bookingOf, candidatesOf, idsOf } from "../../support/askSelector.js";
import { deskLedger } from "../../support/desk.js";

const four: Roster = { reps: ["ann", "bob", "cyd", "dee"].map((id) => ({ id })) };

const taken = (selector: Selector, roster: Roster, leads: number) => {
  const strategy = compose({ ledger: "desk", filters: [], selector });
  let state = emptyState({ seed: "s" });
  const takers = Array.from({ length: leads }, (_, i) => {
    const outcome = unwrap(strategy({ id: `l${i}`, receivedAtMs: i }, roster, state));
    state = outcome.state;
    return holderOf(outcome.decision);
  });
  return { takers, state };
};

const candidates = candidatesOf([{ id: "ann" }, { id: "bob" }, { id: "cyd" }]);

/** Asks with these heights above the ceiling, in leads, before the lead. */
const askedAt = (...heights: readonly number[]) => {
  const question = asking(candidates);
  const number = (_: string, { place }: { readonly place: number }) => (heights[place] ?? 0) * 80_313_433_200;
  return { ...question, ledger: { ...question.ledger, number } };
};

describe("ceiling", () => {
  it("has whoever has much step back, so that the best has twice its share and no more", () => {
    const { takers } = taken(ceiling(2, topProducer()), four, 400);
    const had = four.reps.map(({ id }) => takers.filter((taker) => taker === id).length);
    expect(had).toStrictEqual([201, 199, 0, 0]);
  });

  it("goes by weights: twice the weight, twice the ceiling", () => {
    const reps = [
      { id: "ann", weight: 1 },
      { id: "bob", weight: 3 },
    ];
    const { takers } = taken(ceiling(1, all()), { reps }, 100);
    expect(takers.filter((taker) => taker === "ann")).toHaveLength(26);
  });

  it("still gives a lead where everybody is above, to the least above, and ties to the smaller id", () => {
    expect(idsOf(ceiling(1, all()).order(askedAt(3, 2, 2)))).toStrictEqual(["bob", "cyd", "ann"]);
    expect(taken(ceiling(1, all()), { reps: [{ id: "ann" }] }, 5).takers).toStrictEqual(Array(5).fill("ann"));
  });

  it("asks the other about those who do not step back alone, so that its propensities are right", () => {
    const selector = ceiling(1, weightedRandom());
    const question = askedAt(3, 0, 0);
    expect(idsOf(selector.order(question)).at(-1)).toBe("ann");
    const meritOf = selector.merits?.(question);
    expect(candidates.map((rep) => meritOf?.(rep).share)).toStrictEqual([0, 0.5, 0.5]);
    expect(meritOf?.(candidates[0]).says).toBe("would be 3.67 leads above its ceiling");
  });

  it("books the share that its merits tell, 0 for whoever claims a lead while it should step back", () => {
    const selector = ceiling(1, weightedRandom());
    const sharesAt = (question: ReturnType<typeof askedAt>) =>
      candidates.map((taker) => selector.book(bookingOf(question, taker)).share);
    expect(sharesAt(askedAt(3, 0, 0))).toStrictEqual([0, 0.5, 0.5]);
    expect(sharesAt(askedAt(3, 2, 2))).toStrictEqual([0, 1, 0]);
  });

  it("books nothing of its own for whoever weighs nothing and has a lead by hand", () => {
    const two = candidatesOf([{ id: "ann" }, { id: "bob", weight: 0 }]);
    const columnsOf = (taker: (typeof two)[0] = two[0]) =>
      ceiling(1, all()).book(bookingOf(asking(two), taker)).columns ?? [];
    expect([columnsOf().map(({ name }) => name), columnsOf(two[1])]).toStrictEqual([["ceiling"], []]);
  });

  it("saves nothing up beyond what can be counted exactly", () => {
    const question = askedAt(0, -1e5, -1e5);
    const { columns = [] } = ceiling(1_000, all()).book(bookingOf(question, candidates[0]));
    const [values = []] = columns.map((column) => column.values);
    expect(values.every(Number.isSafeInteger)).toBe(true);
    expect(values.slice(1)).toStrictEqual([-1e5 * 80_313_433_200, -1e5 * 80_313_433_200]);
  });

  it("keeps whole numbers", () => {
    const { state } = taken(ceiling(1.37, topProducer(), { slackLeads: 2.5 }), four, 50);
    const column = deskLedger(state).columns.find(({ name }) => name === "ceiling");
    expect(column?.values.every(Number.isSafeInteger)).toBe(true);
  });

  it.each([
    [0.9, all(), {}],
    [1_001, all(), {}],
    [Number.NaN, all(), {}],
    [2, all, {}],
    [2, quotaRotation(), {}],
    [2, all(), { slackLeads: 0 }],
    [2, all(), { slackLeads: Number.POSITIVE_INFINITY }],
  ])("refuses %s times, %o and %j", (most, selector, options) => {
    expect(() => ceiling(most, selector as Selector, options)).toThrow(RangeError);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  all,
  amongTop,
  assign,
  available,
  bestMatch,
  compose,
  emptyState,
  experienceFit,
  lastTakerFirst,
  owe,
  patience,
  ranked,
  rotation,
  type Selector,
  unwrap,
} from "../../../src/index.js";
import { outOfBounds, theoremT } from "../../../src/testing/fairness/mirror.js";
import { dealOne, deskLedger, deskOf } from "../../support/desk.js";
import { countedQuestion, explained, orderOf } from "../../support/ordered.js";
import { asked, no, offering, rosterOf, storyOf, yes } from "../../support/story.js";

const roster = rosterOf("ann", "bob", "cyd", "dee");

const inTurn = amongTop(2, ranked(["dee", "bob", "ann"]), rotation());

const takers = (selector: Selector, leads: number): readonly (string | undefined)[] => {
  let state = emptyState({ seed: "s" });
  return Array.from({ length: leads }, (_, n) => {
    const dealt = dealOne(deskOf(selector), roster, state, n);
    state = dealt.state;
    return dealt.taker;
  });
};

describe("amongTop", () => {
  it("deals in turn among the first so many, and gives nobody else a turn", () => {
    expect(takers(inTurn, 5)).toStrictEqual(["bob", "dee", "bob", "dee", "bob"]);
    expect(orderOf(inTurn, roster.reps)).toStrictEqual(["bob", "dee"]);
    expect(orderOf(amongTop(9, ranked(["dee"]), all()), roster.reps)).toStrictEqual([
      "ann",
      "bob",
      "cyd",
      "dee",
    ]);
  });

  it("chooses nobody of weight 0, whatever the first does", () => {
    const reps = [{ id: "ann", weight: 0 }, { id: "bob" }, { id: "cyd" }];
    expect(orderOf(amongTop(1, all(), all()), reps)).toStrictEqual(["bob"]);
    expect(orderOf(amongTop(1, all(), all()), [{ id: "ann", weight: 0 }])).toStrictEqual([]);
  });

  it("chooses anew among those left when somebody refuses, and charges the refuser", () => {
    const refused = storyOf(offering({ selector: inTurn }), { roster }).on(1, no("bob"));
    expect(asked(refused)).toStrictEqual(["dee"]);
    const taken = refused.on(2, yes("dee"));
    expect(taken.decision).toMatchObject({ status: "assigned", repId: "dee", share: 0.5 });
    // Of the first two bob and dee had half each, of the next two dee and ann.
    expect(deskLedger(taken.state).credits.map(Math.sign)).toStrictEqual([1, -1, 0, 0]);
  });

  it("counts a taker who was not chosen beside those who were", () => {
    const delivery = assign({ policy: { reassignedTo: "counts" } });
    const strategy = compose({ ledger: "desk", filters: [], selector: inTurn, delivery });
    const moved = storyOf(strategy, { roster }).on(1, { type: "reassigned", to: "cyd" });
    expect(moved.decision).toMatchObject({ repId: "cyd", share: 1 / 3 });
    const { credits, outside } = deskLedger(moved.state);
    expect(credits.reduce((sum, credit) => sum + credit, outside)).toBe(0);
    expect(credits.map(Math.sign)).toStrictEqual([1, 1, -1, 1]);
  });

  it("books the first's columns and totals, and the second's account", () => {
    const selector = amongTop(2, lastTakerFirst(all()), rotation());
    const { state } = storyOf(deskOf(selector), { roster });
    expect(deskLedger(state)).toMatchObject({
      columns: [{ name: "lastTakerFirst taken at", values: [1, 0, 0, 0] }],
      totals: [{ name: "lastTakerFirst taken", value: 1 }],
    });
    expect(deskLedger(state).credits.map(Math.sign)).toStrictEqual([-1, 1, 0, 0]);
    const twice = amongTop(2, lastTakerFirst(all()), lastTakerFirst(rotation()));
    expect(deskLedger(storyOf(deskOf(twice), { roster }).state).columns).toHaveLength(1);
  });

  it("books a column that both write once, as the second does", () => {
    const writing = (value: number): Selector => ({
      ...all(),
      book: ({ taker }) => ({
        share: 1,
        price: 0,
        columns: [{ name: "c", candidates: [taker], values: [value] }],
        totals: [{ name: "t", value }],
      }),
    });
    const { question } = countedQuestion(3);
    const [taker] = question.candidates;
    expect(amongTop(2, writing(1), writing(2)).book({ ...question, taker, ended: "taken" })).toMatchObject({
      columns: [{ name: "c", values: [2] }],
      totals: [{ name: "t", value: 2 }],
    });
  });

  it("has nobody wait for whoever is not chosen", () => {
    const selector = amongTop(2, ranked([]), patience(rotation(), { withinLeads: 0 }));
    const filters = [owe(available(), { mostLeads: 3 })];
    const strategy = compose({ ledger: "desk", filters, selector });
    const first = dealOne(strategy, rosterOf("ann", "bob"), emptyState({ seed: "s" }), 0);
    const alone = { reps: [{ id: "ann" }, { id: "bob", presence: "away" as const }] };
    expect([first.taker, dealOne(strategy, alone, first.state, 1).taker]).toStrictEqual(["ann", "ann"]);
  });

  it("owes nothing to whoever is not chosen", () => {
    const strategy = compose({
      ledger: "desk",
      filters: [owe(available(), { mostLeads: 3 })],
      selector: inTurn,
    });
    const reps = roster.reps.map((rep) => (rep.id === "dee" ? { ...rep, presence: "away" as const } : rep));
    const { state } = unwrap(strategy({ id: "l", receivedAtMs: 0 }, { reps }, emptyState({ seed: "s" })));
    expect(deskLedger(state).columns).toStrictEqual([]);
  });

  it("tells what both say", () => {
    const best = bestMatch({ terms: [experienceFit()] });
    const reps = [{ id: "ann", experience: 1 }, { id: "bob" }, { id: "cyd", experience: 3 }];
    const { candidates } = explained(amongTop(2, best, rotation()), reps, { complexity: 1 });
    expect(candidates[0]?.merit).toMatchObject({
      share: 0.5,
      says: "is owed 0.50 leads: 0.50 of this one, 0.00 from before; scores 0.5 of 1 points",
      parts: [{ name: "experience", score: 0.5 }],
    });
    const { merits: _, ...silent } = best;
    expect(explained(amongTop(2, silent, rotation()), reps).candidates[0]?.merit?.parts).toBeUndefined();
    expect(
      explained(amongTop(2, best, { ...all(), merits: undefined } as never), reps).candidates[0],
    ).not.toHaveProperty("merit");
  });

  it("keeps Theorem T among the chosen, however they are chosen", () => {
    const ids = ["a", "b", "c", "d", "e"];
    const lists = fc.shuffledSubarray(ids, { minLength: 5 });
    fc.assert(
      fc.property(fc.array(fc.tuple(lists, fc.integer({ min: 1, max: 4 })), { maxLength: 60 }), (leads) => {
        let state = emptyState({ seed: "s" });
        for (const [n, [list, most]] of leads.entries()) {
          const strategy = deskOf(amongTop(most, ranked(list), rotation()));
          state = dealOne(strategy, rosterOf(...ids), state, n).state;
          const sorted = [...deskLedger(state).credits].sort((x, y) => y - x);
          expect(outOfBounds(sorted, theoremT)).toBeUndefined();
        }
      }),
      { numRuns: 60 },
    );
  });

  it("stands in the fingerprint with both and its number", () => {
    const prints = [
      amongTop(1, all(), rotation()),
      amongTop(2, all(), rotation()),
      amongTop(1, rotation(), all()),
    ];
    expect(new Set(prints.map((each) => deskOf(each).fingerprint)).size).toBe(3);
  });

  it("refuses what is no number of reps, no selector, or needs everybody", () => {
    expect(() => amongTop(0, all(), all())).toThrow(
      new RangeError("amongTop: most must be a whole number above 0"),
    );
    expect(() => amongTop(1, all as never, all())).toThrow("amongTop: needs a selector (was it called?)");
    expect(() => amongTop(1, all(), {} as never)).toThrow("amongTop: needs a selector (was it called?)");
    expect(() => amongTop(1, all(), { ...all(), needsEverybody: true })).toThrow(
      new RangeError("amongTop: all keeps its promise among everybody only"),
    );
  });
});

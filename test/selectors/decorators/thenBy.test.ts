import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  all,
  amongTop,
  assign,
  available,
  bestMatch,
  CREDITS_PER_LEAD,
  compose,
  direct,
  emptyState,
  explain,
  lastTakerFirst,
  leastLoaded,
  type OrderQuestion,
  onlyTop,
  owe,
  ownFit,
  type Rep,
  race,
  ranked,
  rotation,
  type Selector,
  seededTies,
  thenBy,
  unwrap,
  weighted,
} from "../../../src/index.js";
import { outOfBounds, theoremT } from "../../../src/testing/fairness/mirror.js";
import { dealOne, deskLedger, deskOf } from "../../support/desk.js";
import { explained, orderOf } from "../../support/ordered.js";
import { claim, moved, no, offering, rosterOf, storyOf, yes } from "../../support/story.js";

const best = bestMatch({ terms: [ownFit("tier", 1, ({ rep }) => 1 / (rep.tier ?? 9))] });

const tiers = (...given: readonly (readonly [string, number])[]): readonly Rep[] =>
  given.map(([id, tier]) => ({ id, tier }));

const reps = tiers(["ann", 2], ["bob", 1], ["cyd", 2], ["dee", 1], ["eve", 1]);

/** A selector that keeps the questions that it was asked. */
const listening = (selector: Selector) => {
  const asked: (readonly string[])[] = [];
  const order = (question: OrderQuestion) => {
    asked.push(question.candidates.map(({ id }) => id));
    return selector.order(question);
  };
  return { asked, selector: { ...selector, order } };
};

describe("thenBy", () => {
  it("keeps to the first's order, and settles ties by the second's", () => {
    expect(orderOf(thenBy(best, ranked(["eve", "dee", "cyd"])), reps)).toStrictEqual([
      "eve",
      "dee",
      "bob",
      "cyd",
      "ann",
    ]);
    expect(orderOf(thenBy(ranked(["cyd"]), ranked(["dee"])), reps)).toStrictEqual([
      "cyd",
      "dee",
      "ann",
      "bob",
      "eve",
    ]);
  });

  it("deals in turn among equals", () => {
    let state = emptyState({ seed: "s" });
    const takers = Array.from({ length: 4 }, (_, n) => {
      const dealt = dealOne(deskOf(thenBy(best, rotation())), { reps }, state, n);
      state = dealt.state;
      return dealt.taker;
    });
    expect(takers).toStrictEqual(["bob", "dee", "eve", "bob"]);
    expect(deskLedger(state).credits.map(Math.sign)).toStrictEqual([0, -1, 0, 1, 1]);
  });

  it("has whomever the second leaves out stand behind the others of the tie", () => {
    const owned = { ownerId: "dee" };
    expect(orderOf(thenBy(best, direct()), reps, owned)).toStrictEqual(["dee", "bob", "eve", "ann", "cyd"]);
    expect(orderOf(thenBy(best, direct()), reps)).toStrictEqual(["bob", "dee", "eve", "ann", "cyd"]);
  });

  it("has them stand there in the first's order, be that by id or not", () => {
    const selector = thenBy(seededTies(best), onlyTop(1, weighted()));
    const equals = ["ann", "bob", "cyd", "dee", "eve"].map((id, i) => ({ id, weight: i + 1 }));
    const { candidates } = explained(selector, equals);
    const ids = candidates.map(({ repId }) => repId);
    expect(ids).toStrictEqual(["eve", ...orderOf(seededTies(best), equals).filter((id) => id !== "eve")]);
    expect(ids).not.toStrictEqual(["eve", "ann", "bob", "cyd", "dee"]);
    expect(candidates.map(({ merit }) => merit?.score)).toStrictEqual([5, 4, 3, 2, 1]);
  });

  it("has nobody stand twice where whoever is owed a part sets others apart", () => {
    const desk = [
      { id: "ann", capacity: 2, openLeads: 1 },
      { id: "bob", openLeads: 1 },
      { id: "cyd", capacity: 2, openLeads: 1 },
      { id: "dee", capacity: 100, presence: "away" as const },
    ];
    const strategy = compose({
      ledger: "desk",
      filters: [owe(available(), { mostLeads: 3 })],
      selector: thenBy(leastLoaded({ mode: "capacityShare" }), all()),
    });
    const lead = { id: "l", receivedAtMs: 0 };
    const { candidates } = unwrap(explain(strategy, lead, { reps: desk }, emptyState({ seed: "s" })));
    expect(candidates.map(({ repId }) => repId)).toStrictEqual(["ann", "cyd", "bob"]);
  });

  it.each([
    ["thenBy", thenBy(ranked(["ann"], { others: "noTurn" }), rotation())],
    ["amongTop", amongTop(1, ranked(["ann"]), rotation())],
  ])("says of whoever is left out by %s what a turn of it would book", (_, second) => {
    const delivery = race({ openMs: 9 });
    const strategy = compose({ ledger: "desk", filters: [], selector: thenBy(all(), second), delivery });
    const roster = rosterOf("ann", "bob", "cyd");
    const begun = unwrap(explain(strategy, { id: "l1", receivedAtMs: 0 }, roster, emptyState({ seed: "s" })));
    const takes = (id: string) => storyOf(strategy, { roster }).on(1, claim(id)).decision;
    const shares = begun.candidates.map(({ repId, merit }) => [repId, merit?.share]);
    expect(shares.map(([id]) => id)).toStrictEqual(["ann", "bob", "cyd"]);
    for (const [id, share] of shares) expect(takes(id as string)).toMatchObject({ repId: id, share });
  });

  it("books whoever the first has take no turn by itself, be its score that of others or not", () => {
    const selector = thenBy(onlyTop(1, all()), rotation());
    const delivery = assign({ policy: { reassignedTo: "counts", reassignedAway: "counts" } });
    const strategy = compose({ ledger: "desk", filters: [], selector, delivery });
    const { decision, state } = storyOf(strategy, { roster: rosterOf("ann", "bob", "cyd") }).on(
      1,
      moved("cyd"),
    );
    expect(decision).toMatchObject({ repId: "cyd", share: 1 });
    expect(deskLedger(state).credits).toStrictEqual([0, 0, 0]);
  });

  it("leaves out whom the first leaves out, and who is of weight 0", () => {
    expect(orderOf(thenBy(ranked(["dee", "ann"], { others: "noTurn" }), rotation()), reps)).toStrictEqual([
      "dee",
      "ann",
    ]);
    const idle = reps.map((rep) => (rep.id === "bob" ? { ...rep, weight: 0 } : rep));
    expect(orderOf(thenBy(all(), rotation()), idle)).toStrictEqual(["ann", "cyd", "dee", "eve"]);
    expect(orderOf(thenBy(all(), all()), [{ id: "ann", weight: 0 }])).toStrictEqual([]);
  });

  it("lets nobody tie whom the first gives no turn, and charges a taker like that alone", () => {
    const two = thenBy(onlyTop(2, all()), ranked(["eve"]));
    expect(orderOf(two, reps)).toStrictEqual(["ann", "bob"]);
    const delivery = assign({ policy: { reassignedTo: "counts" } });
    const selector = thenBy(onlyTop(1, all()), rotation());
    const strategy = compose({ ledger: "desk", filters: [], selector, delivery });
    const moved = storyOf(strategy, { roster: { reps } }).on(1, { type: "reassigned", to: "cyd" });
    expect(moved.decision).toMatchObject({ repId: "cyd", share: 1 });
    const { credits, outside } = deskLedger(moved.state);
    // Ann was paid back what her turn had cost her, all of one lead; nobody gains by cyd's.
    expect(credits).toStrictEqual([CREDITS_PER_LEAD, 0, 0, 0, 0]);
    expect(outside).toBe(-CREDITS_PER_LEAD);
  });

  it("asks the second once for a push, about those who tie for the first place", () => {
    const { asked, selector } = listening(rotation());
    const strategy = deskOf(thenBy(best, selector));
    unwrap(strategy({ id: "l1", receivedAtMs: 0 }, { reps }, emptyState({ seed: "s" })));
    expect(asked).toStrictEqual([["bob", "dee", "eve"]]);
  });

  it("does not ask the second where nobody ties", () => {
    const { asked, selector } = listening(rotation());
    const strategy = deskOf(thenBy(ranked(["cyd", "ann"], { others: "noTurn" }), selector));
    const { decision } = unwrap(strategy({ id: "l1", receivedAtMs: 0 }, { reps }, emptyState({ seed: "s" })));
    expect([decision.status === "assigned" && decision.repId, asked]).toStrictEqual(["cyd", []]);
  });

  it("may stand in its own second place", () => {
    const third = thenBy(best, thenBy(ranked(["eve", "dee"], { others: "last" }), rotation()));
    expect(orderOf(third, [...reps, { id: "fay", tier: 1 }])).toStrictEqual([
      "eve",
      "dee",
      "bob",
      "fay",
      "ann",
      "cyd",
    ]);
    const left = thenBy(thenBy(best, ranked(["eve", "dee"])), rotation());
    expect(orderOf(left, [...reps, { id: "fay", tier: 1 }])).toStrictEqual([
      "eve",
      "dee",
      "bob",
      "fay",
      "ann",
      "cyd",
    ]);
  });

  it("tells what both say, and a tie only where both find one", () => {
    const { candidates, tie } = explained(thenBy(best, rotation()), reps);
    expect(tie).toStrictEqual(["bob", "dee", "eve"]);
    expect(candidates[0]?.merit).toMatchObject({
      share: 1 / 3,
      says: "scores 1 of 1 points; is owed 0.33 leads: 0.33 of this one, 0.00 from before",
      parts: [{ name: "tier", score: 1 }],
    });
    expect(explained(thenBy(best, ranked(["dee"])), reps).tie).toBeUndefined();
    expect(explained(thenBy(ranked(["dee"]), all()), reps).candidates[0]?.merit?.says).toBe(
      "is number 1 of the list",
    );
    const silent = { ...all(), merits: undefined } as unknown as Selector;
    expect(explained(thenBy(best, silent), reps).candidates[0]).not.toHaveProperty("merit");
  });

  it("counts a refused turn among those who tied, and deals on among the rest", () => {
    const begun = storyOf(offering({ selector: thenBy(best, rotation()) }), { roster: { reps } });
    const refused = begun.on(1, no("bob")).on(2, no("dee")).on(3, no("eve")).on(4, yes("ann"));
    expect(refused.decision).toMatchObject({ repId: "ann", share: 0.5 });
    expect(deskLedger(refused.state).credits.map(Math.sign)).toStrictEqual([-1, -1, 1, -1, 1]);
  });

  it("owes its part to whoever would have tied", () => {
    const strategy = compose({
      ledger: "desk",
      filters: [owe(available(), { mostLeads: 3 })],
      selector: thenBy(best, rotation()),
    });
    const away = reps.map((rep) =>
      ["ann", "dee"].includes(rep.id) ? { ...rep, presence: "away" as const } : rep,
    );
    const { state } = unwrap(
      strategy({ id: "l", receivedAtMs: 0 }, { reps: away }, emptyState({ seed: "s" })),
    );
    const missed = deskLedger(state).columns.find(({ name }) => name === "missed")?.values;
    expect(missed?.map(Math.sign)).toStrictEqual([0, -1, 0, 1, 0]);
  });

  it("books the first's columns and totals, and the second's account", () => {
    const { merits } = all();
    const first = { ...lastTakerFirst(all()), merits } as Selector;
    const { state } = storyOf(deskOf(thenBy(first, rotation())), { roster: rosterOf("ann", "bob") });
    expect(deskLedger(state)).toMatchObject({
      columns: [{ name: "lastTakerFirst taken at", values: [1, 0] }],
      totals: [{ name: "lastTakerFirst taken", value: 1 }],
    });
    expect(deskLedger(state).credits.map(Math.sign)).toStrictEqual([-1, 1]);
  });

  it.each([
    ["rotation", rotation()],
    ["weighted", weighted()],
  ])("keeps Theorem T with %s in the second place, whoever ties", (_, second) => {
    const ids = ["a", "b", "c", "d", "e"];
    const rep = (id: string) =>
      fc.record({
        id: fc.constant(id),
        tier: fc.integer({ min: 1, max: 2 }),
        weight: fc.integer({ min: 0, max: 3 }),
      });
    const some = fc.subarray(ids, { minLength: 1 }).chain((chosen) => fc.tuple(...chosen.map(rep)));
    fc.assert(
      fc.property(fc.array(some, { maxLength: 60 }), (rosters) => {
        let state = emptyState({ seed: "s" });
        for (const [n, present] of rosters.entries()) {
          const dealt = dealOne(deskOf(thenBy(best, second)), { reps: present }, state, n);
          state = dealt.state;
          const inPlay = present.filter(({ weight }) => weight > 0);
          const least = Math.min(...inPlay.map(({ tier }) => tier));
          expect(present.find(({ id }) => id === dealt.taker)?.tier).toBe(
            inPlay.length === 0 ? undefined : least,
          );
          const sorted = [...deskLedger(state).credits].sort((x, y) => y - x);
          expect(outOfBounds(sorted, theoremT)).toBeUndefined();
        }
      }),
      { numRuns: 60 },
    );
  });

  it("stands in the fingerprint with both", () => {
    const prints = [thenBy(best, rotation()), thenBy(best, weighted()), thenBy(all(), rotation()), best];
    expect(new Set(prints.map((each) => deskOf(each).fingerprint)).size).toBe(4);
  });

  it("refuses what is no selector, has no merits in the first place, or needs everybody", () => {
    expect(() => thenBy(best, rotation as never)).toThrow(
      new RangeError("thenBy: needs a selector (was it called?)"),
    );
    expect(() => thenBy(undefined as never, rotation())).toThrow("thenBy: needs a selector (was it called?)");
    expect(() => thenBy(lastTakerFirst(all()), rotation())).toThrow(
      new RangeError("thenBy: needs a first selector with merits"),
    );
    expect(() => thenBy({ ...all(), needsEverybody: true }, rotation())).toThrow(
      new RangeError("thenBy: all keeps its promise among everybody only"),
    );
  });
});

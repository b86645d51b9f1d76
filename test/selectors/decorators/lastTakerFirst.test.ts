import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  all,
  available,
  compose,
  lastTakerFirst,
  type Rep,
  type Roster,
  rotation,
  type Selector,
  type State,
  weighted,
} from "../../../src/index.js";
import { strategyLaws } from "../../../src/testing/index.js";
import { dealOne, deskLedger, deskOf } from "../../support/desk.js";
import { asked, expired, no, offering, rosterOf, type Story, storyOf, yes } from "../../support/story.js";

const four = rosterOf("ann", "bob", "cyd", "dee");

const parts = { selector: lastTakerFirst(all()), filters: [available()] };

const strategy = offering({ ...parts, order: "fixed" });

const begun = (state?: State, roster: Roster = four, n = 2): Story =>
  storyOf(strategy, { roster, lead: { id: `l${n}`, receivedAtMs: 1_000 * n }, ...(state && { state }) });

/** Everybody says no until this rep is asked, or all have been; who was asked, in turn, and where the lead stands then. */
const refusedUpTo = (
  story: Story,
  repId?: string,
): { readonly ids: readonly string[]; readonly story: Story } => {
  const ids: string[] = [];
  let now = story;
  for (let n = 0; n < 9; n += 1) {
    const [next] = asked(now);
    if (next === undefined) break;
    ids.push(next);
    if (next === repId) break;
    now = now.on(now.decision.atMs, no(next));
  }
  return { ids, story: now };
};

/** The state after this rep took a lead. */
const takenBy = (repId: string, before?: State, n = 1): State => {
  const { story } = refusedUpTo(begun(before, four, n), repId);
  return story.on(story.decision.atMs, yes(repId)).state;
};

/** Whom the lead is offered to in turn while everybody says no. */
const order = (story: Story): readonly string[] => refusedUpTo(story).ids;

const without = (id: string, more: Partial<Rep> = { active: false }): Roster => ({
  reps: four.reps.map((rep) => (rep.id === id ? { ...rep, ...more } : rep)),
});

describe("lastTakerFirst", () => {
  it("is the other's order as long as nobody has taken a lead", () => {
    expect(order(begun())).toStrictEqual(["ann", "bob", "cyd", "dee"]);
  });

  it("begins with whoever took a lead last, goes on from there, and round", () => {
    expect(order(begun(takenBy("cyd")))).toStrictEqual(["cyd", "dee", "ann", "bob"]);
    expect(order(begun(takenBy("dee")))).toStrictEqual(["dee", "ann", "bob", "cyd"]);
    expect(begun(takenBy("cyd")).decision).toMatchObject({ waiting: ["dee", "ann", "bob"] });
  });

  it("goes by the last lead of several", () => {
    const state = takenBy("bob", takenBy("ann", takenBy("dee", undefined, 1), 2), 3);
    expect(order(begun(state, four, 4))).toStrictEqual(["bob", "cyd", "dee", "ann"]);
  });

  it("does not take a turn that was refused or let pass for a lead", () => {
    const state = takenBy("bob");
    const refused = begun(state, four, 2).on(2_000, no("bob"));
    expect(order(begun(refused.state, four, 3))[0]).toBe("bob");
    const silent = begun(state, four, 2).on(2_060, expired);
    expect(order(begun(silent.state, four, 3))[0]).toBe("bob");
  });

  it("begins with the latest taker who is there, where the last is away", () => {
    const state = takenBy("cyd", takenBy("ann", undefined, 1), 2);
    expect(order(begun(state, without("cyd"), 3))).toStrictEqual(["ann", "bob", "dee"]);
  });

  it("begins anew, with the latest taker of those left, at each offer of a fresh order", () => {
    const fresh = (state: State): readonly string[] =>
      order(storyOf(offering(parts), { roster: four, lead: { id: "l9", receivedAtMs: 9_000 }, state }));
    expect(fresh(takenBy("cyd"))).toStrictEqual(["cyd", "ann", "bob", "dee"]);
    expect(fresh(takenBy("cyd", takenBy("bob", undefined, 1), 2))).toStrictEqual([
      "cyd",
      "bob",
      "ann",
      "dee",
    ]);
  });

  it("leaves out whom the other leaves out", () => {
    const weighing = offering({ selector: lastTakerFirst(rotation()) });
    const story = storyOf(weighing, { roster: without("bob", { weight: 0 }), state: takenBy("bob") });
    expect(order(story)).not.toContain("bob");
  });

  it("gives a lead that is pushed to the same rep over and over", () => {
    const desk = deskOf(lastTakerFirst(rotation()));
    let state: State | undefined;
    const takers: (string | undefined)[] = [];
    for (let n = 0; n < 4; n += 1) {
      const dealt = dealOne(desk, four, state ?? storyOf(desk, { roster: rosterOf() }).state, n);
      state = dealt.state;
      takers.push(dealt.taker);
    }
    expect(takers).toStrictEqual(["ann", "ann", "ann", "ann"]);
  });

  it.each([
    ["rotation", rotation()],
    ["weighted", weighted()],
  ])("books what %s books, so that the accounts stay right", (_, inner: Selector) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("yes", "no", "silent"), { maxLength: 12 }), (answers) => {
        let story = storyOf(offering({ selector: lastTakerFirst(inner) }), { roster: four });
        for (const answer of answers) {
          const [repId] = asked(story);
          const { decision } = story;
          if (repId === undefined || decision.status !== "offered") break;
          if (answer === "silent") story = story.on(decision.wakeAtMs, expired);
          else story = story.on(decision.atMs, answer === "yes" ? yes(repId) : no(repId));
        }
        const { credits, outside } = deskLedger(story.state);
        expect(credits.reduce((sum, credit) => sum + credit, outside)).toBe(0);
      }),
      { numRuns: 30 },
    );
    const taken = (selector: Selector) => storyOf(offering({ selector }), { roster: four }).on(1, yes("ann"));
    const [own, others] = [taken(lastTakerFirst(inner)), taken(inner)];
    expect(deskLedger(own.state).credits).toStrictEqual(deskLedger(others.state).credits);
    expect(own.decision).toMatchObject({ share: 0.25, price: (others.decision as { price?: number }).price });
  });

  it("keeps one number for each who ever took a lead, and one for the ledger", () => {
    const state = takenBy("cyd", takenBy("ann", undefined, 1), 2);
    expect(deskLedger(state)).toMatchObject({
      columns: [{ name: "lastTakerFirst taken at", values: [1, 0, 2, 0] }],
      totals: [{ name: "lastTakerFirst taken", value: 2 }],
    });
  });

  it("may stand around itself", () => {
    const twice = offering({ selector: lastTakerFirst(lastTakerFirst(all())) });
    const first = storyOf(twice, { roster: four }).on(1, no("ann")).on(2, yes("bob"));
    expect(asked(storyOf(twice, { roster: four, state: first.state }))).toStrictEqual(["bob"]);
  });

  it("stands in the fingerprint with the other and its literals", () => {
    const literal = (value: number): Selector => ({ ...all(), literals: { value } });
    const prints = [all(), rotation(), literal(1), literal(2)].map(
      (each) => deskOf(lastTakerFirst(each)).fingerprint,
    );
    expect(new Set([...prints, deskOf(all()).fingerprint]).size).toBe(5);
  });

  it("refuses what is no selector", () => {
    for (const given of [undefined, null, {}, rotation, { order: () => [] }, { book: () => ({}) }])
      expect(() => lastTakerFirst(given as never)).toThrow(
        new RangeError("lastTakerFirst: needs a selector (was it called?)"),
      );
  });

  it.each(strategyLaws)("keeps the laws of a push: it is $name", (law) => {
    law.check(compose({ ledger: "desk", filters: [available()], selector: lastTakerFirst(rotation()) }), {
      runs: 15,
    });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assign,
  cascade,
  compose,
  emptyState,
  explain,
  holderOf,
  longestIdle,
  rotation,
  type Selector,
  type State,
  unwrap,
} from "../../../src/index.js";
import { throughStore } from "../../../src/testing/json.js";
import { dealOne, deskOf } from "../../support/desk.js";
import { no, storyOf } from "../../support/story.js";

const rosterOf = (ids: readonly string[]) => ({ reps: ids.map((id) => ({ id })) });

/** Who takes each lead, among whom it finds. */
const takersOf = (
  selector: Selector,
  sets: readonly (readonly string[])[],
): readonly (string | undefined)[] => {
  const strategy = deskOf(selector);
  let state: State = emptyState({ seed: "s" });
  return sets.map((ids, n) => {
    const dealt = dealOne(strategy, rosterOf(ids), state, n);
    state = n % 3 === 0 ? throughStore(dealt.state) : dealt.state;
    return dealt.taker;
  });
};

const aSet = fc.subarray(["a", "b", "c", "d", "e", "__proto__"], { minLength: 1 });

describe("longestIdle", () => {
  it("takes turns in the order of ids, and resumes with whoever was away", () => {
    const [all, without] = [
      ["a", "b", "c"],
      ["a", "c"],
    ];
    expect(takersOf(longestIdle(), [all, all, all, all])).toStrictEqual(["a", "b", "c", "a"]);
    expect(takersOf(longestIdle(), [all, without, without, without, all, all])).toStrictEqual([
      "a",
      "c",
      "a",
      "c",
      "b",
      "a",
    ]);
  });

  it("lets each other candidate go first once at most while somebody waits, whatever the candidates are", () => {
    fc.assert(
      fc.property(fc.array(aSet, { maxLength: 60 }), (sets) => {
        const gone = new Map<string, Set<string | undefined>>();
        takersOf(longestIdle(), sets).forEach((taker, n) => {
          for (const id of sets[n] as readonly string[]) {
            const before = gone.get(id) ?? new Set();
            if (id !== taker) expect([...before]).not.toContain(taker);
            gone.set(id, id === taker ? new Set() : before.add(taker));
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it("keeps whoever stays among n candidates waiting for at most n-1 leads", () => {
    fc.assert(
      fc.property(fc.array(aSet, { maxLength: 30 }), aSet, (before, set) => {
        const takers = takersOf(longestIdle(), [...before, ...set.map(() => set)]).slice(before.length);
        expect([...takers].sort()).toStrictEqual([...set].sort());
      }),
      { numRuns: 40 },
    );
  });

  it("is fair by recency alone: who may have every second lead gets too many for ever, and not with rotation", () => {
    const sets = Array.from({ length: 1200 }, (_, n) => (n % 2 === 0 ? ["a", "b"] : ["a", "b", "c"]));
    const leadsOf = (selector: Selector) => takersOf(selector, sets).filter((taker) => taker === "c").length;
    // Its share is a third of every second lead: 200.
    expect(leadsOf(longestIdle())).toBe(300);
    expect(leadsOf(rotation())).toBe(200);
  });

  it("counts a lost turn as a turn, so that whoever is silent is not asked first again", () => {
    const strategy = compose({
      ledger: "desk",
      filters: [],
      selector: longestIdle(),
      delivery: cascade({ answerMs: 9 }),
    });
    const { state } = storyOf(strategy).on(1, no("ann")).on(2, { type: "accepted", repId: "bob" });
    const next = storyOf(strategy, { state, lead: { id: "l2", receivedAtMs: 9 } });
    expect(next.decision.status === "offered" && next.decision.offers[0]?.repId).toBe("cyd");
  });

  it("counts a lead by hand, of whoever takes no turns too", () => {
    const strategy = compose({
      ledger: "desk",
      filters: [],
      selector: longestIdle(),
      delivery: assign({ policy: { reassignedTo: "counts" } }),
    });
    const idle = { reps: [{ id: "a", weight: 0 }, { id: "b" }] };
    const first = unwrap(strategy({ id: "l1", receivedAtMs: 0 }, idle, emptyState({ seed: "s" })));
    const byHand = { id: "e", atMs: 1, type: "reassigned", to: "a" } as const;
    const { decision, state } = unwrap(
      strategy.respond({ id: "l1", receivedAtMs: 0 }, first.decision, byHand, idle, first.state),
    );
    expect(decision).toMatchObject({ status: "assigned", repId: "a", share: 0, price: 0 });
    expect(
      holderOf(unwrap(strategy({ id: "l2", receivedAtMs: 2 }, rosterOf(["a", "b"]), state)).decision),
    ).toBe("b");
  });

  it("says how long ago the last turn was", () => {
    let state: State = emptyState({ seed: "s" });
    for (let n = 0; n < 2; n += 1)
      state = dealOne(deskOf(longestIdle()), rosterOf(["a", "b", "c"]), state, n).state;
    const lead = { id: "l", receivedAtMs: 0 };
    const { candidates } = unwrap(explain(deskOf(longestIdle()), lead, rosterOf(["a", "b", "c"]), state));
    expect(candidates.map(({ repId, merit }) => [repId, merit])).toStrictEqual([
      ["c", { score: 0, share: 1 / 3, says: "never had a turn" }],
      ["a", { score: -1, share: 1 / 3, says: "had its last turn 1 turn before the last one" }],
      ["b", { score: -2, share: 1 / 3, says: "had the last turn" }],
    ]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  adoptCounts,
  assign,
  atMostAhead,
  available,
  CREDITS_PER_LEAD,
  cascade,
  compose,
  type Delivery,
  emptyState,
  holderOf,
  type Lead,
  type LedgerPolicy,
  type Rep,
  rotation,
  type Selector,
  type State,
  unwrap,
  weighted,
} from "../../src/index.js";
import { deskLedger } from "../support/desk.js";
import { drawing } from "../support/drawing.js";

const U = CREDITS_PER_LEAD;
const lead: Lead = { id: "l1", receivedAtMs: 0 };

/** A state in which ann is two leads ahead of bob. */
const annAhead = unwrap(
  adoptCounts(emptyState({ seed: "s" }), {
    ledger: "desk",
    counts: [
      { repId: "ann", leads: 6 },
      { repId: "bob", leads: 4 },
    ],
    mostLeads: 9,
  }),
);

const desk = (most: number, options?: Parameters<typeof atMostAhead>[1]) =>
  compose({ ledger: "desk", filters: [available(), atMostAhead(most, options)], selector: rotation() });

const away: Rep = { id: "bob", presence: "away" };

const holderWith = (strategy: ReturnType<typeof desk>, reps: readonly Rep[], asked = lead) =>
  holderOf(unwrap(strategy(asked, { reps }, annAhead)).decision);

describe("whoever is further ahead of the most owed than may be", () => {
  it("has no lead, also where nobody else is there", () => {
    expect(holderWith(desk(2), [{ id: "ann" }, away])).toBe("ann");
    expect(holderWith(desk(1.9), [{ id: "ann" }, away])).toBeUndefined();
  });

  it("keeps its part of the leads that others take, and so is let in again", () => {
    const reps = [{ id: "ann" }, { id: "bob" }];
    let state = annAhead;
    const takers = ["l1", "l2", "l3", "l4"].map((id) => {
      const outcome = unwrap(desk(1)({ ...lead, id }, { reps }, state));
      state = outcome.state;
      return [holderOf(outcome.decision), deskLedger(state).credits.map((credit) => credit / U)];
    });
    expect(takers).toStrictEqual([
      ["bob", [-0.5, 0.5]],
      ["bob", [0, 0]],
      ["ann", [-0.5, 0.5]],
      ["bob", [0, 0]],
    ]);
  });

  it("keeps no part where another filter leaves it out too", () => {
    const reps = [{ id: "ann", presence: "away" as const }, { id: "bob" }, { id: "cyd" }];
    const { state } = unwrap(desk(1)(lead, { reps }, annAhead));
    expect(deskLedger(state).credits.map((credit) => credit / U)).toStrictEqual([-1, 0.5, 0.5]);
  });

  it("is compared with those only who are active and take turns", () => {
    expect(holderWith(desk(1), [{ id: "ann" }, { ...away, active: false }])).toBe("ann");
    expect(holderWith(desk(1), [{ id: "ann" }, { ...away, weight: 0 }])).toBe("ann");
    expect(holderWith(desk(1), [{ id: "ann" }])).toBe("ann");
  });

  it("has the leads of its own accounts", () => {
    expect(holderWith(desk(1), [{ id: "ann" }, away], { ...lead, ownerId: "ann" })).toBe("ann");
    expect(holderWith(desk(1), [{ id: "ann" }, away], { ...lead, ownerId: "bob" })).toBeUndefined();
  });

  it("has a lead by hand from whoever is owed more only once that is paid back", () => {
    const counts = [
      { repId: "ann", leads: 4 },
      { repId: "bob", leads: 6 },
    ];
    const bobAhead = unwrap(adoptCounts(emptyState({ seed: "s" }), { ledger: "desk", counts, mostLeads: 9 }));
    const reps = [{ id: "ann" }, { id: "bob" }];
    const first = unwrap(desk(1)(lead, { reps }, bobAhead));
    const event = { id: "e1", atMs: 1, type: "reassigned", to: "bob" } as const;
    const moved = unwrap(desk(1).respond(lead, first.decision, event, { reps }, first.state));
    const creditsOf = ({ state }: { readonly state: State }) =>
      deskLedger(state).credits.map((credit) => credit / U);
    expect([holderOf(first.decision), creditsOf(first)]).toStrictEqual(["ann", [0.5, -0.5]]);
    expect([holderOf(moved.decision), creditsOf(moved)]).toStrictEqual(["bob", [1.5, -0.5]]);
  });

  it("has a lead by hand only where that is exempt, and is told how far ahead it is", () => {
    const byHand = (options?: Parameters<typeof atMostAhead>[1]) => {
      const strategy = desk(0.9, options);
      const reps = [{ id: "ann" }, { id: "bob" }];
      const { decision, state } = unwrap(strategy(lead, { reps }, annAhead));
      const event = { id: "e", atMs: 1, type: "reassigned", to: "ann" } as const;
      return unwrap(strategy.respond(lead, decision, event, { reps }, state));
    };
    expect(byHand().refusal).toStrictEqual({
      rule: "atMostAhead",
      reason: "is 1.00 leads ahead of whoever is owed most, and may be 0.9",
    });
    expect(holderOf(byHand({ exempt: ["byHand"] }).decision)).toBe("ann");
  });
});

/** Gives the lead to whoever the lead names, by number, of those who may have it: as a race may end, in the worst way. */
const anybody: Delivery = {
  ...assign(),
  name: "anybody",
  start: ({ ranking, lead: { value = 0 } }) => {
    const order = ranking();
    const taker = order.at(value % Math.max(1, order.length));
    return taker === undefined
      ? { status: "unassigned", reason: "nobody-else" }
      : { status: "assigned", repId: taker.id, counts: true };
  },
};

const racing = (most: number, selector: Selector) =>
  compose({ ledger: "desk", filters: [available(), atMostAhead(most)], selector, delivery: anybody });

const IDS = ["a", "b", "c", "d", "e"];

const rosterOf = (isAway: (i: number) => boolean, weights: readonly number[]) => ({
  reps: IDS.map(
    (id, i): Rep => ({ id, weight: weights[i] ?? 1, ...(isAway(i) ? { presence: "away" } : {}) }),
  ),
});

const most = ({ ids }: State, credits: readonly number[]): number =>
  credits.reduce((a, b) => Math.max(a, b), ids.length === 0 ? 0 : Number.NEGATIVE_INFINITY);

describe.each([
  ["rotation", rotation(), true],
  ["weighted", weighted(), false],
])("%s in a race", (_, selector, isEqual) => {
  it("leaves nobody more than a lead beyond that number ahead of its fair share, whoever takes the leads", () => {
    const blow = fc.record({
      value: fc.nat({ max: 4 }),
      away: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      weights: fc.array(fc.constantFrom(1, 1, 2, 9), { minLength: 5, maxLength: 5 }),
    });
    fc.assert(
      fc.property(fc.constantFrom(0.5, 1, 3), fc.array(blow, { maxLength: 60 }), (leads, blows) => {
        const strategy = racing(leads, selector);
        let state = emptyState({ seed: "s" });
        for (const [n, { value, away: isAway, weights }] of blows.entries()) {
          const roster = rosterOf((i) => isAway[i] === true, weights);
          const outcome = unwrap(strategy({ id: `l${n}`, receivedAtMs: n, value }, roster, state));
          state = outcome.state;
          const { credits } = deskLedger(state);
          for (const credit of credits) expect(-credit).toBeLessThanOrEqual((leads + 1) * U);
          const taker = holderOf(outcome.decision);
          if (taker === undefined || !isEqual) continue;
          const ahead = most(state, credits) - (credits[state.ids.indexOf(taker)] ?? 0);
          expect(ahead).toBeLessThanOrEqual((leads + 1) * U);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is passed by nobody and nearly reached where whoever is furthest ahead always wins, and without it nothing bounds that", () => {
    const furthest = (strategy: ReturnType<typeof racing>) => {
      const draw = drawing(3);
      let state = emptyState({ seed: "s" });
      let ahead = 0;
      for (let n = 0; n < 300; n += 1) {
        const roster = rosterOf((i) => i > 0 && draw() < 0.3, [1, 9, 9, 9, 9]);
        const may = unwrap(strategy.candidates(lead, roster, state)).length;
        const value = Math.max(0, may - 1);
        state = unwrap(strategy({ id: `l${n}`, receivedAtMs: n, value }, roster, state)).state;
        ahead = Math.max(ahead, ...deskLedger(state).credits.map((credit) => -credit / U));
      }
      return ahead;
    };
    const bounded = furthest(racing(2, selector));
    expect(bounded).toBeGreaterThan(1.5);
    expect(bounded).toBeLessThanOrEqual(3);
    const free = compose({ ledger: "desk", filters: [available()], selector, delivery: anybody });
    expect(furthest(free)).toBeGreaterThan(30);
  });
});

describe("atMostAhead", () => {
  it("counts offers that were open side by side and passed as turns, unless the policy ignores them", () => {
    const creditsWith = (policy: Partial<LedgerPolicy>) => {
      const delivery = cascade({ answerMs: 10, policy });
      const strategy = compose({ ledger: "desk", filters: [atMostAhead(1)], selector: rotation(), delivery });
      const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
      let state = emptyState({ seed: "s" });
      const offered = ["l1", "l2", "l3", "l4", "l5", "l6"].map((id) => {
        const outcome = unwrap(strategy({ ...lead, id }, roster, state));
        state = outcome.state;
        return outcome.decision;
      });
      for (const decision of offered) {
        const asked = { ...lead, id: decision.leadId };
        const expired = { id: "e1", atMs: 10, type: "expired" } as const;
        state = unwrap(strategy.respond(asked, decision, expired, roster, state)).state;
      }
      return deskLedger(state).credits.map((credit) => credit / U + 0);
    };
    expect(creditsWith({})).toStrictEqual([-3, 3]);
    expect(creditsWith({ timedOut: "ignored" })).toStrictEqual([0, 0]);
  });

  it("refuses what means nothing", () => {
    for (const leads of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, "2" as unknown as number])
      expect(() => atMostAhead(leads)).toThrow("atMostAhead: the leads must be a number above 0");
    for (const exempt of ["byHand", ["owner"], [7]])
      expect(() => atMostAhead(1, { exempt: exempt as never })).toThrow('must be a list of "byHand"');
  });

  it("stands in the fingerprint with what it was given", () => {
    const prints = [desk(1), desk(2), desk(2, { exempt: ["byHand"] })].map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(3);
    expect(desk(2, { exempt: [] }).fingerprint).toBe(desk(2).fingerprint);
  });

  it("asks what is owed once for each lead, however many reps there are", () => {
    let asked = 0;
    const reps = Array.from({ length: 500 }, (_, i) => ({ id: `rep ${i}` }));
    const roster = {
      reps: reps.map((rep) =>
        Object.defineProperty({ ...rep }, "active", {
          enumerable: true,
          get: () => {
            asked += 1;
            return true;
          },
        }),
      ),
    };
    const strategy = compose({ ledger: "desk", filters: [atMostAhead(3)], selector: rotation() });
    const first = unwrap(strategy(lead, roster, emptyState({ seed: "s" })));
    asked = 0;
    unwrap(strategy({ ...lead, id: "l2" }, roster, first.state));
    expect(asked).toBeLessThanOrEqual(2 * reps.length);
  });
});

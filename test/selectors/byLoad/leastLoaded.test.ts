import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CREDITS_PER_LEAD,
  compose,
  emptyState,
  type LoadOptions,
  leastLoaded,
  pool,
  type Rep,
  type State,
  unwrap,
} from "../../../src/index.js";
import { loadsOf } from "../../../src/selectors/byLoad/loads.js";
import { strategyLaws } from "../../../src/testing/index.js";
import { asking, bookingOf, candidatesOf, firstOf, idsOf } from "../../support/askSelector.js";
import { dealOne, deskLedger, deskOf } from "../../support/desk.js";
import { keepsTheoremT } from "../../support/keepsTheoremT.js";
import { asked, no, offering, storyOf, yes } from "../../support/story.js";

const share = { mode: "capacityShare" } as const;

const repsOf = (count: number): readonly Rep[] =>
  Array.from({ length: count }, (_, i) => ({ id: `rep ${i}` }));

/** Deals leads with these rosters one after the other; who took each, and the states after them. */
const dealAll = (rosters: readonly (readonly Rep[])[], options?: LoadOptions) => {
  const takers: (string | undefined)[] = [];
  const states: State[] = [];
  for (const [n, reps] of rosters.entries()) {
    const dealt = dealOne(
      deskOf(leastLoaded(options)),
      { reps },
      states.at(-1) ?? emptyState({ seed: "s" }),
      n,
    );
    takers.push(dealt.taker);
    states.push(dealt.state);
  }
  return { takers, states };
};

const first = (reps: readonly Rep[], options?: LoadOptions, effort?: number): string | undefined =>
  firstOf(leastLoaded(options), reps, effort === undefined ? {} : { effort });

describe("leastLoaded", () => {
  it("gives the lead to whoever holds least, whatever the weights", () => {
    expect(
      first([
        { id: "ann", openLeads: 2 },
        { id: "bob", openLeads: 1 },
        { id: "cyd", openLeads: 3, weight: 9 },
      ]),
    ).toBe("bob");
  });

  it("goes by what is held after the lead where shares of capacity count: 1 of 10 before 1 of 2", () => {
    expect(
      first(
        [
          { id: "ann", capacity: 2 },
          { id: "bob", capacity: 10 },
        ],
        share,
      ),
    ).toBe("bob");
    expect(
      first(
        [
          { id: "ann", capacity: 5, openLeads: 1 },
          { id: "bob", capacity: 10, openLeads: 4 },
        ],
        share,
      ),
    ).toBe("ann");
    expect(
      first(
        [
          { id: "ann", capacity: 5, openLeads: 1 },
          { id: "bob", capacity: 10, openLeads: 3 },
        ],
        share,
      ),
    ).toBe("ann");
    expect(
      first(
        [
          { id: "ann", capacity: 5, openLeads: 1 },
          { id: "bob", capacity: 10, openLeads: 2 },
        ],
        share,
      ),
    ).toBe("bob");
  });

  it("adds the lead's effort to what it compares", () => {
    const reps = [
      { id: "ann", capacity: 4 },
      { id: "bob", capacity: 10, openLeads: 3 },
    ];
    expect([0, 1, 2, 3].map((effort) => first(reps, share, effort))).toStrictEqual([
      "ann",
      "ann",
      "ann",
      "bob",
    ]);
  });

  it("takes a rep without a capacity for as large as the largest, and a capacity of 0 for nobody", () => {
    const large = { id: "bob", capacity: 10, openLeads: 2 };
    expect(first([{ id: "ann", openLeads: 1 }, large], share)).toBe("ann");
    expect(first([{ id: "ann", openLeads: 3 }, large], share)).toBe("bob");
    expect(first([{ id: "ann", capacity: 0 }, large], share)).toBe("bob");
    expect(
      first(
        [
          { id: "ann", capacity: 0 },
          { id: "bob", openLeads: 9 },
        ],
        share,
      ),
    ).toBe("bob");
    expect(first([{ id: "ann", capacity: 0 }], share)).toBeUndefined();
    expect(
      first(
        [
          { id: "ann", openLeads: 3 },
          { id: "bob", openLeads: 2 },
        ],
        share,
      ),
    ).toBe("bob");
    expect(
      first([
        { id: "ann", capacity: 0 },
        { id: "bob", openLeads: 1 },
      ]),
    ).toBe("ann");
  });

  it("counts effort, or leads by number where asked", () => {
    const reps = [
      { id: "ann", openLeads: 1, openEffort: 8 },
      { id: "bob", openLeads: 2, openEffort: 2 },
    ];
    expect([first(reps), first(reps, { measure: "leads" })]).toStrictEqual(["bob", "ann"]);
  });

  it("counts open offers of other leads, and not those of this one", () => {
    const strategy = offering({ selector: leastLoaded() });
    const offered = storyOf(strategy);
    expect(asked(offered)).toStrictEqual(["ann"]);
    const other = storyOf(strategy, { lead: { id: "l2", receivedAtMs: 1 }, state: offered.state });
    expect(asked(other)).toStrictEqual(["bob"]);
    expect(offered.on(2, yes("ann")).decision).toMatchObject({ repId: "ann", share: 1 / 3 });
  });

  it("gives each of k who tie again and again one of any k leads, and not all to the first of the list", () => {
    const level = ["ann", "bob", "cyd"].map((id): Rep => ({ id, openLeads: 4 }));
    const busy = { id: "a busy one", openLeads: 5 };
    const { takers, states } = dealAll(Array.from({ length: 9 }, () => [busy, ...level]));
    expect(takers).toStrictEqual(["ann", "bob", "cyd", "ann", "bob", "cyd", "ann", "bob", "cyd"]);
    expect(deskLedger(states[8] as State).credits).toStrictEqual([0, 0, 0, 0]);
    expect(
      deskLedger(states[0] as State).credits.map((credit) => (credit * 3) / CREDITS_PER_LEAD),
    ).toStrictEqual([0, -2, 1, 1]);
  });

  it("orders by load, then by what is owed, then by id", () => {
    const credits: Readonly<Record<string, number>> = { ann: 1, bob: 3, cyd: 3, dee: 9, eve: 2 };
    const reps = [..."ann bob cyd eve".split(" ").map((id) => ({ id })), { id: "dee", openLeads: 1 }];
    const question = asking(candidatesOf(reps), { credit: ({ id }) => credits[id] ?? 0 });
    expect(idsOf(leastLoaded().order(question))).toStrictEqual(["bob", "cyd", "eve", "ann", "dee"]);
    const meritOf = leastLoaded().merits?.(question);
    expect(question.candidates.map((candidate) => meritOf?.(candidate).score)).toStrictEqual([1, 3, 3, 0, 2]);
    expect(question.candidates.map((candidate) => meritOf?.(candidate).share)).toStrictEqual([
      0.25, 0.25, 0.25, 0, 0.25,
    ]);
  });

  it("says what a rep would hold, and how it stands among equals", () => {
    const reps = [
      { id: "ann", capacity: 10 },
      { id: "bob", openLeads: 3 },
      { id: "cyd", weight: 0 },
    ];
    const saying = (options: LoadOptions, credit: number) => {
      const question = asking(candidatesOf(reps), { credit: () => credit });
      return question.candidates.map((each) => leastLoaded(options).merits?.(question)(each).says);
    };
    expect(saying(share, CREDITS_PER_LEAD / 4)).toStrictEqual([
      "would then hold 1 unit of 10, and is owed 0.25 leads among equals",
      "would then hold 4 units of 10, and is owed 0.25 leads among equals",
      "takes no turn",
    ]);
    expect(saying({ measure: "leads" }, -CREDITS_PER_LEAD)[1]).toBe(
      "would then hold 4 leads, and is 1.00 leads ahead among equals",
    );
  });

  it("books nothing for whoever takes a lead that another would carry more lightly", () => {
    const question = asking(candidatesOf([{ id: "ann" }, { id: "bob", openLeads: 1 }]));
    const [ann, bob] = question.candidates;
    expect(leastLoaded().book(bookingOf(question, bob as typeof ann))).toStrictEqual({ share: 0, price: 0 });
    expect(leastLoaded().book(bookingOf(question, ann))).toMatchObject({ share: 1, price: CREDITS_PER_LEAD });
  });

  it("asks whoever refused first again, since a refusal adds no load", () => {
    const strategy = offering({ selector: leastLoaded() });
    const roster = {
      reps: [
        { id: "ann", openLeads: 1 },
        { id: "bob", openLeads: 2 },
      ],
    };
    const refused = storyOf(strategy, { roster }).on(1, no("ann"));
    expect(asked(refused)).toStrictEqual(["bob"]);
    const next = storyOf(strategy, { roster, lead: { id: "l2", receivedAtMs: 2 }, state: refused.state });
    expect(asked(next)).toStrictEqual(["ann"]);
  });

  it("has nobody in play who would carry less, compared exactly: capacities and loads as whole numbers", () => {
    const most = 2 ** 26 - 1_000_001;
    const whole = fc.oneof(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: most }),
      fc.integer({ min: most - 3, max: most }),
    );
    const aRep = fc.record({ capacity: whole, openLeads: whole });
    fc.assert(
      fc.property(
        fc.array(aRep, { minLength: 1, maxLength: 8 }),
        fc.nat({ max: 1_000_000 }),
        (some, effort) => {
          const question = asking(candidatesOf(some.map((rep, i) => ({ id: `rep ${i}`, ...rep }))), {
            effort,
          });
          const order = idsOf(leastLoaded(share).order(question)).map((id) => some[Number(id.slice(4))]);
          for (const [i, one] of order.entries()) {
            const next = order[i + 1];
            if (one === undefined || next === undefined) break;
            const [a, b] = [BigInt(one.openLeads + effort), BigInt(next.openLeads + effort)];
            expect(a * BigInt(next.capacity) <= b * BigInt(one.capacity)).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("tells 33554430 of 33554431 from 33554429 of 33554430, and takes equal parts for equal", () => {
    const near = [
      { id: "ann", capacity: 33_554_431, openLeads: 33_554_429 },
      { id: "bob", capacity: 33_554_430, openLeads: 33_554_428 },
    ];
    expect(first(near, share)).toBe("bob");
    const third = [1, 7, 1_000_001].map((n, i) => ({ id: `rep ${i}`, capacity: 3 * n, openLeads: n }));
    const question = asking(candidatesOf(third), { effort: 0 });
    const meritOf = leastLoaded(share).merits?.(question);
    expect(question.candidates.map((each) => meritOf?.(each).score)).toStrictEqual([0, 0, 0]);
  });

  it("has no answer that is no number, however small or large a capacity", () => {
    for (const capacity of [5e-324, 1e308, 0.5]) {
      const reps = [
        { id: "ann", capacity, openLeads: 3 },
        { id: "bob", capacity: 5e-324 },
        { id: "cyd", capacity: 1e308 },
      ];
      const { candidates } = unwrap(
        deskOf(leastLoaded(share))({ id: "l1", receivedAtMs: 0 }, { reps }, emptyState({ seed: "s" }), {
          explain: true,
        }),
      ).explanation ?? { candidates: [] };
      expect(candidates.map(({ repId }) => repId)).toHaveLength(3);
      expect(candidates[0]?.repId).toBe("cyd");
      const { taking, loadOf } = loadsOf(
        { mode: "capacityShare", measure: "effort" },
        asking(candidatesOf(reps)),
      );
      expect(taking.map(loadOf).every(Number.isFinite)).toBe(true);
    }
  });
});

/** The least possible largest number of leads where each may go to some alone: the smallest cap under which all can be placed. */
const leastPossible = (sets: readonly (readonly number[])[]): number => {
  const fits = (most: number): boolean => {
    const held = new Map<number, number[]>();
    const place = (lead: number, seen: Set<number>): boolean =>
      (sets[lead] ?? []).some((rep) => {
        if (seen.has(rep)) return false;
        seen.add(rep);
        const leads = held.get(rep) ?? [];
        held.set(rep, leads);
        if (leads.length < most) return leads.push(lead) > 0;
        const moved = leads.findIndex((other) => place(other, seen));
        if (moved < 0) return false;
        leads[moved] = lead;
        return true;
      });
    return sets.every((_, lead) => place(lead, new Set()));
  };
  let most = 1;
  while (!fits(most)) most += 1;
  return most;
};

const subsets = (reps: number) =>
  fc.subarray(
    Array.from({ length: reps }, (_, i) => i),
    { minLength: 1 },
  );

describe("leastLoaded, while nobody closes a lead", () => {
  it("keeps loads within one lead of each other where nobody is left out, at every moment", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.nat({ max: 40 }),
        fc.constantFrom<LoadOptions>({}, { measure: "leads" }),
        (n, leads, options) => {
          const { states } = dealAll(
            Array.from({ length: leads }, () => repsOf(n)),
            options,
          );
          for (const { openLeads } of states)
            expect(Math.max(...openLeads) - Math.min(...openLeads)).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("never has more than ceil(log2 n) + 1 times what hindsight could do, whoever may have which lead", () => {
    const sets = fc
      .integer({ min: 2, max: 8 })
      .chain((n) => fc.tuple(fc.constant(n), fc.array(subsets(n), { minLength: 1, maxLength: 24 })));
    let worst = 0;
    const check = (n: number, all: readonly (readonly number[])[]): void => {
      const { states } = dealAll(all.map((set) => set.map((i) => ({ id: `rep ${i}` }))));
      const ratio = Math.max(...(states.at(-1)?.openLeads ?? [])) / leastPossible(all);
      worst = Math.max(worst, ratio);
      expect(ratio).toBeLessThanOrEqual(Math.ceil(Math.log2(n)) + 1);
    };
    fc.assert(
      fc.property(sets, ([n, all]) => check(n, all)),
      { numRuns: 150 },
    );
    // Pairs, then pairs of those who were given one, and so on: the worst that can be done to it.
    check(8, [
      [0, 1],
      [2, 3],
      [4, 5],
      [6, 7],
      [0, 2],
      [4, 6],
      [0, 4],
    ]);
    expect(worst).toBeGreaterThanOrEqual(3);
  });

  it("keeps credits among equals within the bound of rotation, whatever the loads", () => {
    const rosters = fc.array(
      fc.uniqueArray(fc.record({ id: fc.constantFrom(..."abcde"), openLeads: fc.nat({ max: 1 }) }), {
        minLength: 1,
        selector: ({ id }) => id,
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(rosters, (all) => {
        for (const state of dealAll(all).states) {
          keepsTheoremT(state);
        }
      }),
    );
  });
});

describe("leastLoaded, claimed out of a pool", () => {
  const strategy = compose({ ledger: "desk", filters: [], selector: leastLoaded(), delivery: pool() });

  it.each(strategyLaws.filter(({ name }) => ["explained", "storable", "nothingLost"].includes(name)))(
    "is $name",
    (law) => {
      law.check(strategy, { runs: 15 });
    },
  );
});

describe("the options of leastLoaded", () => {
  it("stand in the fingerprint, complete", () => {
    const all: readonly (LoadOptions | undefined)[] = [
      undefined,
      {},
      { mode: "absolute", measure: "effort" },
      share,
      { measure: "leads" },
    ];
    const prints = all.map((options) => deskOf(leastLoaded(options)).fingerprint);
    expect(new Set(prints.slice(0, 3)).size).toBe(1);
    expect(new Set(prints).size).toBe(3);
  });

  it("are refused where they mean nothing", () => {
    expect(() => leastLoaded({ mode: "relative" as never })).toThrow(
      new RangeError('leastLoaded: mode must be "absolute" or "capacityShare"'),
    );
    expect(() => leastLoaded({ measure: "hours" as never })).toThrow(
      new RangeError('leastLoaded: measure must be "effort" or "leads"'),
    );
  });
});

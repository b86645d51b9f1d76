import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  available,
  CREDITS_PER_LEAD,
  capacity,
  compose,
  direct,
  emptyState,
  engagement,
  explain,
  type Grading,
  grade,
  holderOf,
  type Lead,
  learned,
  longestIdle,
  needs,
  owe,
  priority,
  quotaRotation,
  type Rep,
  type State,
  type TiersByRating,
  type TiersOptions,
  type TrackRecord,
  tiers,
  unwrap,
  where,
  wilson,
} from "../../../src/index.js";
import { tierBy } from "../../../src/selectors/byPerformance/tiers/cuts.js";
import { outOfBounds, theoremT } from "../../../src/testing/fairness/mirror.js";
import { asking, bookingOf, candidatesOf } from "../../support/askSelector.js";
import { deskLedger, deskOf } from "../../support/desk.js";
import { keepsTheoremT } from "../../support/keepsTheoremT.js";
import { explained, orderOf, problemOf } from "../../support/ordered.js";

const ids = ["ann", "bob", "cyd", "dee", "eve"] as const;

const mayHave = where("mayHave", 1, ({ lead, rep }) => {
  const may = lead.attributes?.["may"];
  return !Array.isArray(may) || may.includes(rep.id);
});

interface Step {
  readonly reps: readonly Rep[];
  readonly lead?: Partial<Lead>;
}

interface Dealt {
  readonly holder: string | undefined;
  readonly state: State;
}

/** Deals a story of leads, one a millisecond. */
const dealt = (options: TiersOptions, steps: readonly Step[]): readonly Dealt[] => {
  const strategy = compose({ ledger: "desk", filters: [mayHave, capacity()], selector: tiers(options) });
  let state = emptyState({ seed: "s" });
  return steps.map(({ reps, lead }, i) => {
    const outcome = unwrap(strategy({ id: `l${i}`, receivedAtMs: i, ...lead }, { reps }, state));
    state = outcome.state;
    return { holder: holderOf(outcome.decision), state };
  });
};

const holders = (options: TiersOptions, steps: readonly Step[]): string =>
  dealt(options, steps)
    .map(({ holder }) => holder ?? "nobody")
    .join(" ");

const times = <A>(many: number, step: A): readonly A[] => Array.from({ length: many }, () => step);

/** Ann and bob of tier 1, cyd and dee of tier 2, eve of tier 3. */
const five: readonly Rep[] = ids.map((id, i) => ({ id, tier: Math.floor(i / 2) + 1 }));

const tierOf = (id: string): number => Math.floor((ids as readonly string[]).indexOf(id) / 2) + 1;

/** Any of the five may have the lead, which is of any grade. */
const aLead = fc.record({
  attributes: fc.record({ may: fc.subarray([...ids], { minLength: 1 }) }),
  temperature: fc.constantFrom("cold" as const, "warm" as const, "hot" as const),
});

const someLeads = fc.array(aLead, { minLength: 1, maxLength: 50 });

const someShares = fc.array(fc.constantFrom(1, 2, 5, 30), { minLength: 3, maxLength: 3 });

/** What each tier had, and what its shares of the leads were for which it had anybody. */
const countedIn = (shares: readonly number[], leads: readonly Partial<Lead>[], story: readonly Dealt[]) => {
  const had = shares.map(() => 0);
  const due = shares.map(() => 0);
  return story.map(({ holder }, i) => {
    const may = leads[i]?.attributes?.["may"] as readonly string[];
    const there = shares.map((share, tier) => (may.some((id) => tierOf(id) === tier + 1) ? share : 0));
    const whole = there.reduce((sum, share) => sum + share, 0);
    for (const [tier, share] of there.entries()) due[tier] = (due[tier] ?? 0) + share / whole;
    const tier = tierOf(holder ?? "") - 1;
    had[tier] = (had[tier] ?? 0) + 1;
    return { had: [...had], due: [...due] };
  });
};

describe("tiers in their order", () => {
  it("fill from the top, each in turn among its members", () => {
    const reps = five.map((rep) => ({ ...rep, capacity: 2 }));
    expect(holders({}, times(11, { reps }))).toBe("ann bob ann bob cyd dee cyd dee eve eve nobody");
  });

  it("go by number, holes or not, with reps of no tier behind all others", () => {
    const reps = [{ id: "ann" }, { id: "bob", tier: 7 }, { id: "cyd", tier: 0 }, { id: "dee", tier: 2.5 }];
    expect(orderOf(tiers(), reps)).toStrictEqual(["cyd", "dee", "bob", "ann"]);
  });

  it("are lists where lists are given, whatever the ids", () => {
    const of = [["__proto__", ""], ["constructor"]];
    const reps = ["constructor", "toString", "", "__proto__"].map((id) => ({ id, tier: 1 }));
    expect(orderOf(tiers({ of }), reps)).toStrictEqual(["", "__proto__", "constructor", "toString"]);
  });

  it("give nobody a lead while somebody of a better tier may have it", () => {
    fc.assert(
      fc.property(someLeads, (leads) => {
        const story = dealt(
          {},
          leads.map((lead) => ({ reps: five, lead })),
        );
        for (const [i, { holder }] of story.entries()) {
          const may = leads[i]?.attributes?.may ?? [];
          expect(tierOf(holder ?? "")).toBe(Math.min(...may.map(tierOf)));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("tell why, tier and turn", () => {
    const [first, , third] = explained(tiers(), five).candidates;
    expect([first?.merit?.says, first?.merit?.share]).toStrictEqual([
      "is of tier 1; its tier is number 1 in line; within it, is owed 0.50 leads: 0.50 of this one, 0.00 from before",
      0.5,
    ]);
    const scores = explained(
      priority(),
      [five[0], five[2]].flatMap((rep) => rep ?? []),
    ).candidates;
    expect(scores.map(({ merit }) => merit?.score)).toStrictEqual([1, 0]);
    expect(third?.merit?.says).toMatch(/^is of tier 2; its tier is number 2 in line/);
  });
});

describe("tiers with shares", () => {
  it("have exactly their shares of a hundred leads where everybody is there", () => {
    const had = holders({ shares: [50, 30, 20] }, times(100, { reps: five })).split(" ");
    expect(ids.map((id) => had.filter((each) => each === id).length)).toStrictEqual([25, 25, 15, 15, 20]);
  });

  it("have as many tiers as shares, the last for higher numbers and for none", () => {
    const reps = [{ id: "ann", tier: 0 }, { id: "bob", tier: 9 }, { id: "cyd" }, { id: "dee", tier: 1 }];
    expect(holders({ shares: [1, 1] }, times(8, { reps }))).toBe("ann bob dee cyd ann bob dee cyd");
  });

  it("count a number between two tiers as the lower tier", () => {
    const reps = [
      { id: "ann", tier: 1.5 },
      { id: "bob", tier: 2 },
      { id: "cyd", tier: 1 },
    ];
    expect(holders({ shares: [1, 1] }, times(6, { reps }))).toBe("cyd ann cyd bob cyd ann");
  });

  it("pass over a tier in which the selector within has nobody take a turn", () => {
    const lead = { ownerId: "eve" };
    const story = dealt({ shares: [1, 1, 1], within: direct() }, times(3, { reps: five, lead }));
    expect(story.map(({ holder }) => holder)).toStrictEqual(["eve", "eve", "eve"]);
    const { totals } = deskLedger(story.at(-1)?.state ?? emptyState({ seed: "s" }));
    expect(totals).toStrictEqual([{ name: 'tiers["3","credit"]', value: 0 }]);
  });

  it("have no turn by a lead that somebody has who takes none", () => {
    const question = asking(candidatesOf(five.map((rep) => ({ ...rep, weight: rep.id === "bob" ? 0 : 1 }))));
    const [ann, bob] = question.candidates;
    const { book } = tiers({ shares: [1, 1] });
    expect(book(bookingOf(question, bob ?? ann))).toStrictEqual({ share: 0, price: 0 });
    expect(book(bookingOf(question, ann)).totals).toHaveLength(2);
  });

  it("let the selector within owe members what they miss", () => {
    const strategy = compose({
      ledger: "desk",
      filters: [owe(available(), { mostLeads: 9 })],
      selector: tiers({ shares: [1, 1] }),
    });
    const back = [
      { id: "ann", tier: 1 },
      { id: "bob", tier: 1 },
      { id: "cyd", tier: 2 },
    ];
    const away = back.map((rep) => (rep.id === "ann" ? ({ ...rep, presence: "away" } as const) : rep));
    let state = emptyState({ seed: "s" });
    const takers = [away, away, away, away, back, back, back, back, back].map((reps, n) => {
      const outcome = unwrap(strategy({ id: `l${n}`, receivedAtMs: n }, { reps }, state));
      state = outcome.state;
      return holderOf(outcome.decision);
    });
    expect(takers.join(" ")).toBe("bob cyd bob cyd ann cyd ann cyd ann");
  });

  it("owe nothing to a tier that nobody of was there", () => {
    const away = times(10, { reps: five, lead: { attributes: { may: ["eve"] } } });
    expect(holders({ shares: [1, 1, 1] }, [...away, ...times(3, { reps: five })]).slice(-11)).toBe(
      "ann cyd eve",
    );
  });

  it("are never more than (k-1)/2 leads off, whoever may and however reps change tiers", () => {
    const someTiers = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(fc.tuple(aLead, someTiers), { maxLength: 40 }), someShares, (story, shares) => {
        const steps = story.map(([lead, numbers]) => {
          const reps = ids.map((id, i) => ({ id, tier: numbers[i] ?? 1 }));
          return { reps, lead };
        });
        for (const { state } of dealt({ shares }, steps)) {
          const accounts = deskLedger(state).totals.map(({ value }) => value);
          expect(accounts.reduce((sum, value) => sum + value, 0)).toBe(0);
          expect(
            outOfBounds(
              accounts.sort((a, b) => b - a),
              theoremT,
            ),
          ).toBeUndefined();
          // And so are members, of the leads that went to their tier.
          keepsTheoremT(state);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("count as counted by hand", () => {
    fc.assert(
      fc.property(someLeads, someShares, (leads, shares) => {
        const story = dealt(
          { shares },
          leads.map((lead) => ({ reps: five, lead })),
        );
        for (const { had, due } of countedIn(shares, leads, story))
          for (const [tier, leads] of had.entries())
            expect(Math.abs(leads - (due[tier] ?? 0))).toBeLessThan(1 + 1e-6);
      }),
      { numRuns: 40 },
    );
  });

  it("say the part of the lead that somebody is entitled to", () => {
    const strategy = deskOf(tiers({ shares: [50, 30, 20] }));
    const { decision } = unwrap(
      strategy({ id: "l", receivedAtMs: 0 }, { reps: five }, emptyState({ seed: "s" })),
    );
    expect(decision).toMatchObject({ repId: "ann", share: 0.25 });
    const merits = explained(tiers({ shares: [50, 30, 20] }), five).candidates;
    expect(merits.map(({ merit }) => merit?.share)).toStrictEqual([0.25, 0.25, 0.15, 0.15, 0.2]);
  });

  it("let another selector decide within", () => {
    const reps = five.map((rep) => ({ ...rep, tier: 1 }));
    const options = { shares: [1], within: longestIdle() };
    const steps = [...times(2, { reps: reps.slice(3) }), ...times(5, { reps })];
    expect(holders(options, steps)).toBe("dee eve ann bob cyd dee eve");
  });
});

describe("tiers by the lead's grade", () => {
  const byGrade = {};
  const shares = [1, 1, 1];
  const one: readonly Rep[] = [
    { id: "ann", tier: 1 },
    { id: "bob", tier: 2 },
    { id: "cyd", tier: 3 },
  ];

  it.each([
    ["hot", "ann bob cyd"],
    ["warm", "bob cyd ann"],
    ["cold", "cyd bob ann"],
    [undefined, "bob cyd ann"],
  ] as const)("start where a %s lead belongs and go down first, then up", (temperature, order) => {
    const lead = temperature === undefined ? {} : { temperature };
    expect(orderOf(tiers({ shares, byGrade }), one, lead).join(" ")).toBe(order);
  });

  it("start where they are told to", () => {
    const first = { hot: 2, cold: 1 } as const;
    const startOf = (temperature: "hot" | "warm" | "cold") =>
      orderOf(tiers({ shares, byGrade: { startAt: first } }), one, { temperature })[0];
    expect([startOf("hot"), startOf("warm"), startOf("cold")]).toStrictEqual(["bob", "bob", "ann"]);
  });

  it.each([
    ["hot", 1],
    ["warm", 2],
    ["cold", 3],
  ] as const)("tell where a %s lead starts", (temperature, start) => {
    const { candidates } = explained(tiers({ shares, byGrade }), one, { temperature });
    expect(candidates.map(({ merit }) => merit?.says.split("; ")[1])).toStrictEqual(
      [1, 2, 3].map((place) => `its tier is number ${place} in line for a lead that starts at tier ${start}`),
    );
  });

  it("go by your own grading", () => {
    const gradeOf = grade([needs({ words: { crm: 10 } })]);
    const selector = tiers({ shares, byGrade: { gradeOf } });
    expect(orderOf(selector, one, { needs: { crm: 1 }, temperature: "cold" })[0]).toBe("ann");
    expect(orderOf(selector, one, { temperature: "hot" })[0]).toBe("cyd");
  });

  it("grade at the moment of the decision, with one half as the floor, and with two tiers by the lower one for warm leads", () => {
    const seen = engagement({ from: "seenAtMs", agoMs: [[5, 10]] });
    const strategy = deskOf(tiers({ shares, byGrade: { gradeOf: grade([seen]) } }));
    const lead = { id: "l", receivedAtMs: 0, attributes: { seenAtMs: 0 } };
    const at = (nowMs: number) =>
      holderOf(unwrap(strategy(lead, { reps: one }, emptyState({ seed: "s" }), { nowMs })).decision);
    expect([at(5), at(6)]).toStrictEqual(["ann", "cyd"]);
    const fingerprints = [{}, { floor: 0.5 }].map(
      (byGrade) => deskOf(tiers({ shares, byGrade })).fingerprint,
    );
    expect(fingerprints[0]).toBe(fingerprints[1]);
    expect(orderOf(tiers({ shares: [1, 1], byGrade }), one, { temperature: "warm" })[0]).toBe("bob");
  });

  it("blame a grading that gives none", () => {
    const broken = Object.assign(() => ({ grade: "tepid" }), { literals: null }) as unknown as Grading;
    expect(problemOf(tiers({ shares, byGrade: { gradeOf: broken } }))).toBe(
      "strategy.selector.tiers rotation: TypeError: the grading gave no grade",
    );
  });

  it("starve no tier, whatever the grades: each has the floor of its share at every moment", () => {
    const someFloor = fc.constantFrom(0.2, 0.5, 1);
    const hot = fc.array(
      aLead.map((lead) => ({ ...lead, temperature: "hot" as const })),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(fc.oneof(hot, someLeads), someShares, someFloor, (leads, shares, floor) => {
        const story = dealt(
          { shares, byGrade: { floor } },
          leads.map((lead) => ({ reps: five, lead })),
        );
        for (const { had, due } of countedIn(shares, leads, story))
          for (const [tier, leads] of had.entries())
            expect(leads).toBeGreaterThan(floor * (due[tier] ?? 0) - 1 - floor * 2 - 1e-6);
      }),
      { numRuns: 60 },
    );
  });

  it("gives the last tier its floor of nothing but hot leads", () => {
    const steps = times(60, { reps: one, lead: { temperature: "hot" as const } });
    const had = holders({ shares, byGrade: { floor: 0.5 } }, steps).split(" ");
    expect(["ann", "bob", "cyd"].map((id) => had.filter((each) => each === id).length)).toStrictEqual([
      41, 10, 9,
    ]);
  });
});

/** Reps with what came of their leads. */
const withOutcomes = (outcomes: readonly TrackRecord[]): readonly Rep[] =>
  outcomes.map((performance, i) => ({ id: `rep ${String(i).padStart(2, "0")}`, performance }));

const wins = (...rates: readonly number[]): readonly Rep[] =>
  withOutcomes(rates.map((won) => ({ leads: 100, won })));

/** The tiers that are remembered after each of these rosters had a lead. */
const remembered = (
  of: TiersByRating,
  rosters: readonly (readonly Rep[])[],
): readonly (readonly number[])[] =>
  dealt(
    { of },
    rosters.map((reps) => ({ reps })),
  ).map(({ state }) => deskLedger(state).columns.find(({ name }) => name === "tier")?.values ?? []);

describe("tiers by rating", () => {
  it("move whoever lies beyond a cut by more than the margin, and by no less", () => {
    const tierOf = (rating: number, before?: number) => tierBy(rating, [0.5], before, 0.25);
    expect([0.75, 0.75 + 2 ** -40].map((rating) => tierOf(rating, 2))).toStrictEqual([2, 1]);
    expect([0.25, 0.25 - 2 ** -40].map((rating) => tierOf(rating, 1))).toStrictEqual([1, 2]);
    expect([0.5, 0.5 + 2 ** -40].map((rating) => tierOf(rating))).toStrictEqual([2, 1]);
  });

  const parts = [20, 30, 50];

  it("are cut into their parts, the first rounded up", () => {
    const ten = [wins(5, 10, 15, 20, 25, 30, 35, 40, 45, 50)];
    expect(remembered({ parts }, ten)).toStrictEqual([[3, 3, 3, 3, 3, 2, 2, 2, 1, 1]]);
    expect(remembered({ parts }, [wins(10, 30, 50)])).toStrictEqual([[3, 2, 1]]);
    expect(remembered({ parts }, [wins(10, 30)])).toStrictEqual([[3, 1]]);
    expect(remembered({ parts }, [wins(0)])).toStrictEqual([[1]]);
  });

  it("are one where all are equal, and keep those apart who stand out", () => {
    expect(remembered({ parts }, [wins(30, 30, 30, 30)])).toStrictEqual([[3, 3, 3, 3]]);
    expect(remembered({ parts }, [wins(30, 30, 30, 90)])).toStrictEqual([[3, 3, 3, 1]]);
  });

  it("never put 1 of 1 above 90 of 100", () => {
    const reps = withOutcomes([
      { leads: 1, won: 1 },
      { leads: 100, won: 90 },
    ]);
    expect(orderOf(tiers({ of: { parts: [1, 1], leastLeads: 1 } }), reps)).toStrictEqual([
      "rep 01",
      "rep 00",
    ]);
  });

  it("put newcomers where they are told to, else in the middle, and remember nothing of them", () => {
    const reps = [...wins(20, 40, 60), { id: "zoe" }, { id: "zed", performance: { leads: 19, won: 19 } }];
    const tierIn = (of: Partial<TiersByRating>) =>
      explained(tiers({ of: { parts, ...of } }), reps)
        .candidates.filter(({ repId }) => repId.startsWith("z"))
        .map(({ merit }) => merit?.says.slice(0, 12));
    expect(tierIn({})).toStrictEqual(["is of tier 2", "is of tier 2"]);
    expect(tierIn({ newcomerTier: 3 })).toStrictEqual(["is of tier 3", "is of tier 3"]);
    expect(remembered({ parts }, [reps])).toStrictEqual([[3, 2, 1, 0, 0]]);
  });

  it("give a newcomer its part of the middle tier's share from the first day", () => {
    const reps = [...wins(10, 30, 50, 70, 90), { id: "zoe" }];
    const had = holders({ of: { parts: [1, 2, 2] }, shares: [50, 30, 20] }, times(100, { reps })).split(" ");
    const many = reps.map(({ id }) => had.filter((each) => id.endsWith(each)).length);
    expect(many).toStrictEqual([10, 10, 10, 10, 50, 10]);
  });

  it("say what somebody is rated by", () => {
    const reps = [...wins(30, 10), { id: "zoe", performance: { leads: 3, won: 1 } }];
    const said = explained(tiers({ of: { parts } }), reps).candidates.map(
      ({ merit }) => merit?.says.split(";")[0],
    );
    expect(said).toStrictEqual([
      "is of tier 1 (won 30 of 100 leads, which is at least 21.9 %)",
      "is of tier 2 (had 3 of 20 leads to be rated by)",
      "is of tier 3 (won 10 of 100 leads, which is at least 5.5 %)",
    ]);
  });

  it("keep somebody in its tier of whom too little is known by now", () => {
    const before = wins(20, 40, 60);
    const after = before.map((rep) => ({ ...rep, performance: { leads: 2, won: 0 } }));
    expect(remembered({ parts }, [before, after])).toStrictEqual([
      [3, 2, 1],
      [3, 2, 1],
    ]);
  });

  it("let somebody pass who is better by twice the margin, and nobody for less", () => {
    const rounds = [wins(30, 40), wins(43, 40), wins(60, 40)];
    expect(remembered({ parts: [1, 1] }, rounds)).toStrictEqual([
      [2, 1],
      [2, 1],
      [1, 2],
    ]);
  });

  it("fall several tiers at once, and rise again", () => {
    const rounds = [wins(20, 40, 60, 80), wins(20, 40, 60, 1), wins(20, 40, 60, 80)];
    expect(remembered({ parts: [1, 1, 1, 1] }, rounds)).toStrictEqual([
      [4, 3, 2, 1],
      [3, 2, 1, 4],
      [4, 3, 2, 1],
    ]);
  });

  it("are made of the whole roster, whoever may have the lead", () => {
    const reps = wins(10, 30, 50, 70);
    const few = dealt({ of: { parts: [1, 1] } }, [
      { reps, lead: { attributes: { may: ["rep 00", "rep 01"] } } },
    ]);
    expect(deskLedger(few[0]?.state ?? emptyState({ seed: "s" })).columns[0]?.values).toStrictEqual([
      2, 2, 1, 1,
    ]);
  });

  it.each([
    ["has left", { active: false }],
    ["takes no turn", { weight: 0 }],
  ])("are not moved by who %s", (_, gone) => {
    const reps = wins(20, 40, 60, 80).map((rep, i) => (i < 2 ? rep : { ...rep, ...gone }));
    expect(remembered({ parts: [1, 1] }, [reps])[0]?.slice(0, 2)).toStrictEqual([2, 1]);
  });

  it("stay within the parts where those become fewer", () => {
    const reps = wins(10, 30, 50, 70);
    const none = reps.map(({ id }) => ({ id }));
    const before =
      dealt({ of: { parts: [1, 1, 1, 1] } }, [{ reps }]).at(-1)?.state ?? emptyState({ seed: "s" });
    const strategy = deskOf(tiers({ of: { parts: [2, 1] }, shares: [1, 1] }));
    for (const each of [reps, none]) {
      const lead = { id: "l", receivedAtMs: 9 };
      const { candidates } = unwrap(explain(strategy, lead, { reps: each }, before));
      const said = candidates.map(({ repId, merit }) => `${repId} ${merit?.says.slice(0, 12)}`).sort();
      expect(said.at(0)).toBe("rep 00 is of tier 2");
    }
  });

  it("wait until more than half of the reps are rated, so that the first does not have everything", () => {
    const four = ["a", "b", "c", "d"].map((id) => ({ id }));
    const known = (many: number) => [...wins(10, 30, 50).slice(0, many), ...four.slice(many)];
    expect(remembered({ parts: [1, 1] }, [known(2)])).toStrictEqual([[]]);
    expect(remembered({ parts: [1, 1] }, [known(3)])).toStrictEqual([[0, 2, 1, 1]]);
  });

  it("learn from what is closed", () => {
    const evidence = learned({ maturesAfterMs: 0, spanMs: 1, spans: 900 });
    const strategy = deskOf(tiers({ of: { parts: [1, 1], evidence, leastLeads: 5 } }));
    const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
    let state = emptyState({ seed: "s" });
    for (let n = 0; n < 16; n += 1) {
      const lead = { id: `l${n}`, receivedAtMs: 2 * n };
      const given = unwrap(strategy(lead, roster, state));
      const result = holderOf(given.decision) === "bob" ? "won" : "lost";
      const closed = { id: `e${n}`, atMs: 2 * n + 1, type: "closed", result } as const;
      state = unwrap(strategy.respond(lead, given.decision, closed, roster, given.state)).state;
    }
    expect(deskLedger(state).columns.find(({ name }) => name === "tier")?.values).toStrictEqual([2, 1]);
  });

  it("have no other number in the middle than the lower of two", () => {
    const reps = [...wins(20, 40), { id: "zoe" }];
    expect(orderOf(tiers({ of: { parts: [1, 1] } }), reps)).toStrictEqual(["rep 01", "rep 00", "zoe"]);
  });

  const someWon = fc.integer({ min: 5_000, max: 95_000 });
  const aStory = fc.array(someWon, { minLength: 1, maxLength: 8 }).chain((base) =>
    fc.tuple(
      fc.constant(base),
      fc.array(
        fc.array(fc.integer({ min: -2_400, max: 2_400 }), {
          minLength: base.length,
          maxLength: base.length,
        }),
        { minLength: 1, maxLength: 12 },
      ),
    ),
  );

  it("change for nobody while no rating moves by more than half of the margin", () => {
    fc.assert(
      fc.property(
        aStory,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 }),
        (story, parts) => {
          const [base, moves] = story;
          const of = (won: number): TrackRecord => ({ leads: 100_000, won });
          const rosters = moves.map((each) => withOutcomes(base.map((won, i) => of(won + (each[i] ?? 0)))));
          for (const [i, won] of base.entries())
            for (const each of moves)
              expect(Math.abs(wilson(of(won + (each[i] ?? 0))).low - wilson(of(won)).low)).toBeLessThan(
                0.025,
              );
          const [first, ...later] = remembered({ parts }, [withOutcomes(base.map(of)), ...rosters]);
          for (const each of later) expect(each).toStrictEqual(first);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("send nobody up and back from one lead to the next: a lead more or less does not turn anybody round", () => {
    // One lead counts most where few were lost, and where it is lost and forgotten again.
    const someCounts = fc.array(
      fc
        .tuple(fc.integer({ min: 20, max: 23 }), fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 20 })))
        .map(([leads, lost]) => ({ leads, won: leads - lost })),
      { minLength: 2, maxLength: 4 },
    );
    const aTurn = fc.constantFrom(
      ["lost", "forgotten"],
      ["won", "forgotten"],
      ["won"],
      ["lost"],
      ["forgotten"],
    );
    const someLeads = fc
      .array(fc.tuple(fc.nat({ max: 3 }), aTurn), { maxLength: 12 })
      .map((turns) => turns.flatMap(([rep, what]) => what.map((each) => [rep, each] as const)));
    fc.assert(
      fc.property(someCounts, someLeads, (counts, leads) => {
        const known = counts.map((each) => ({ ...each }));
        const rosters = [withOutcomes(counts)];
        for (const [number, what] of leads) {
          const each = known[number % known.length] as { leads: number; won: number };
          if (what === "forgotten" && each.leads > 20) each.leads -= 1;
          if (what !== "forgotten") each.leads += 1;
          if (what === "won") each.won += 1;
          each.won = Math.min(each.won, each.leads);
          rosters.push(withOutcomes(known.map((now) => ({ ...now }))));
        }
        const story = remembered({ parts: [1, 1, 2] }, rosters);
        for (const [i, after] of story.entries()) {
          const [before, between] = [story[i - 2], story[i - 1]];
          if (before === undefined || between === undefined) continue;
          for (const [rep, tier] of after.entries()) {
            const [was, then] = [before[rep] ?? 0, between[rep] ?? 0];
            expect((then - was) * (tier - then)).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("tiers", () => {
  it("owe nothing for a lead to those of another tier who are owed a part of leads", () => {
    const filters = [{ ...available(), owes: {} }];
    const strategy = compose({ ledger: "desk", filters, selector: tiers({ of: [["ann", "bob"], ["cyd"]] }) });
    const reps = ["ann", "bob", "cyd"].map(
      (id) => ({ id, presence: id === "ann" ? "online" : "away" }) as const,
    );
    const { state } = unwrap(strategy({ id: "l", receivedAtMs: 0 }, { reps }, emptyState({ seed: "s" })));
    expect(deskLedger(state).credits).toStrictEqual([-CREDITS_PER_LEAD / 2, CREDITS_PER_LEAD / 2, 0]);
  });

  it.each<[string, unknown]>([
    ["shares that are none", { shares: [] }],
    ["a share of nothing", { shares: [1, 0] }],
    ["parts of a share", { shares: [0.5, 0.5] }],
    ["a part of nothing", { of: { parts: [1, 0] } }],
    ["no parts", { of: {} }],
    ["a tier by another name", { of: "team" }],
    ["no lists", { of: [] }],
    ["a list of no ids", { of: [[1]] }],
    ["an id on two lists", { of: [["a"], ["a"]] }],
    ["fewer shares than lists", { of: [["a"], ["b"]], shares: [1] }],
    ["more shares than lists and one", { of: [["a"]], shares: [1, 1, 1] }],
    ["another number of shares than of parts", { of: { parts: [1, 1] }, shares: [1] }],
    ["grades without shares", { byGrade: {} }],
    ["grades that are none", { shares: [1], byGrade: null }],
    ["a grading that is none", { shares: [1], byGrade: { gradeOf: () => "hot" } }],
    ["a floor of nothing", { shares: [1], byGrade: { floor: 0 } }],
    ["a grade that is none", { shares: [1], byGrade: { startAt: { tepid: 1 } } }],
    ["a start beyond the last tier", { shares: [1], byGrade: { startAt: { hot: 2 } } }],
    ["no margin", { of: { parts: [1], margin: 0 } }],
    ["a margin without end", { of: { parts: [1], margin: Number.POSITIVE_INFINITY } }],
    ["too few leads", { of: { parts: [1], leastLeads: 0 } }],
    ["newcomers of no tier", { of: { parts: [1], newcomerTier: 2 } }],
    ["evidence that is none", { of: { parts: [1], evidence: {} } }],
    ["no selector within", { within: "rotation" }],
    ["a selector that needs everybody", { within: quotaRotation() }],
  ])("refuse %s", (_, options) => {
    expect(() => tiers(options as TiersOptions)).toThrow(RangeError);
  });

  it.each<[string, TiersOptions, TiersOptions]>([
    ["the shares", { shares: [1, 1] }, { shares: [1, 2] }],
    ["the floor", { shares: [1, 1], byGrade: { floor: 0.5 } }, { shares: [1, 1], byGrade: { floor: 0.6 } }],
    [
      "where a grade starts",
      { shares: [1, 1], byGrade: {} },
      { shares: [1, 1], byGrade: { startAt: { hot: 2 } } },
    ],
    ["the margin", { of: { parts: [1, 1] } }, { of: { parts: [1, 1], margin: 0.06 } }],
    ["the lists", { of: [["a"], ["b"]] }, { of: [["b"], ["a"]] }],
    ["the selector within", {}, { within: longestIdle() }],
  ])("have another fingerprint for another: %s", (_, one, other) => {
    expect(deskOf(tiers(one)).fingerprint).not.toBe(deskOf(tiers(other)).fingerprint);
  });

  it("stay as they were made when a list of the options changes", () => {
    const [shares, parts] = [
      [3, 1],
      [1, 1],
    ];
    const selector = tiers({ of: { parts }, shares });
    const question = asking(candidatesOf(wins(20, 40, 60, 80)));
    const shareOf = () => selector.book(bookingOf(question, question.candidates[0])).share;
    expect(shareOf()).toBe(1 / 8);
    shares[0] = 1;
    parts[0] = 8;
    expect(shareOf()).toBe(1 / 8);
  });

  it("book nothing in credits that is lost", () => {
    const story = dealt({ shares: [1, 1] }, times(7, { reps: five }));
    const last = deskLedger(story.at(-1)?.state ?? emptyState({ seed: "s" }));
    expect(Math.abs(last.totals[0]?.value ?? 0)).toBe(CREDITS_PER_LEAD / 2);
    expect(last.credits.reduce((sum, credit) => sum + credit, 0)).toBe(0);
  });
});

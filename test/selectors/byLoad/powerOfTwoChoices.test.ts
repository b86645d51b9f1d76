import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  emptyState,
  leastLoaded,
  type PowerOfTwoChoicesOptions,
  powerOfTwoChoices,
  type Rep,
  random,
  type Selector,
} from "../../../src/index.js";
import { asking, bookingOf, candidatesOf, firstOf, idsOf } from "../../support/askSelector.js";
import { expectByChance, tally } from "../../support/chance.js";
import { dealOne, deskOf } from "../../support/desk.js";

const holding = (...loads: readonly number[]): readonly Rep[] =>
  loads.map((openLeads, i) => ({ id: `rep ${i}`, openLeads }));

const sharesOf = (reps: readonly Rep[], options?: PowerOfTwoChoicesOptions): readonly number[] => {
  const question = asking(candidatesOf(reps));
  return question.candidates.map(
    (taker) => powerOfTwoChoices(options).book(bookingOf(question, taker)).share,
  );
};

const orders = (reps: readonly Rep[], count: number, options?: PowerOfTwoChoicesOptions): readonly string[] =>
  Array.from({ length: count }, (_, i) =>
    idsOf(powerOfTwoChoices(options).order(asking(candidatesOf(reps), { leadId: `l${i}` }))).join(),
  );

/** The most leads that one of ten reps has of 50 that come in between two counts of the CRM, over six counts. */
const mostBetweenCounts = (selector: Selector): readonly number[] => {
  let counts = Array.from({ length: 10 }, (_, i) => i);
  return Array.from({ length: 6 }, (_, count) => {
    const reps = holding(...counts);
    const strategy = deskOf(selector);
    let state = emptyState({ seed: "herd" });
    const got = counts.map(() => 0);
    for (let n = 0; n < 50; n += 1) {
      const dealt = dealOne(strategy, { reps }, state, count * 50 + n);
      state = dealt.state;
      const taker = reps.findIndex(({ id }) => id === dealt.taker);
      got[taker] = (got[taker] ?? 0) + 1;
    }
    counts = counts.map((before, i) => before + (got[i] ?? 0));
    return Math.max(...got);
  });
};

describe("powerOfTwoChoices", () => {
  it("puts the less loaded of two first, always", () => {
    expect(new Set(orders(holding(2, 1), 50))).toStrictEqual(new Set(["rep 1,rep 0"]));
  });

  it("never puts the most loaded first while there is another, nor last of all the least loaded of three", () => {
    const firsts = orders(holding(3, 9, 4), 200).map((order) => order.split(",")[0]);
    expect(new Set(firsts)).toStrictEqual(new Set(["rep 0", "rep 2"]));
    expect(orders(holding(3, 9, 4), 200).some((order) => order.endsWith("rep 0"))).toBe(false);
  });

  it("says the chance of coming first: of n, (2m + e) in n(n-1) beside m that hold more and e that hold the same", () => {
    expect(sharesOf(holding(3, 1, 1, 2))).toStrictEqual([0, 5 / 12, 5 / 12, 2 / 12]);
    expect(sharesOf(holding(4, 4, 4))).toStrictEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(sharesOf(holding(7))).toStrictEqual([1]);
    expect(sharesOf([{ id: "ann" }, { id: "bob", weight: 0 }])).toStrictEqual([1, 0]);
    expect(
      sharesOf(
        [
          { id: "ann", capacity: 2 },
          { id: "bob", capacity: 0 },
          { id: "cyd", capacity: 3 },
        ],
        { mode: "capacityShare" },
      ),
    ).toStrictEqual([0, 0, 1]);
  });

  it.each([
    ["some hold the same", holding(3, 1, 1, 2)],
    ["all hold the same", holding(4, 4, 4)],
    ["nobody does", holding(5, 2, 3, 1)],
  ])("comes up as often as it says where %s", (_, reps) => {
    const firsts = tally(orders(reps, 6_000).map((order) => order.split(",")[0] ?? ""));
    const shares = sharesOf(reps);
    for (const [i, { id }] of reps.entries()) if (shares[i] === 0) expect(firsts.has(id)).toBe(false);
    expectByChance(reps.map(({ id }, i) => [firsts.get(id) ?? 0, shares[i] ?? 0]));
  });

  it("goes on with two of the rest: each place is drawn as the first would be among those left", () => {
    const counts = tally(orders(holding(1, 2, 3), 6_000));
    // First of three: 2/3 for the least loaded, 1/3 for the next. Of the two that are left the less loaded comes first.
    expect([...counts.keys()].sort()).toStrictEqual(["rep 0,rep 1,rep 2", "rep 1,rep 0,rep 2"]);
    expectByChance([
      [counts.get("rep 0,rep 1,rep 2") ?? 0, 2 / 3],
      [counts.get("rep 1,rep 0,rep 2") ?? 0, 1 / 3],
    ]);
  });

  it("says chances that add up to 1, in decisions as in explanations", () => {
    const loads = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        loads,
        fc.constantFrom<PowerOfTwoChoicesOptions>({}, { mode: "capacityShare" }),
        (all, options) => {
          const reps = holding(...all).map((rep, i) => (i % 3 === 0 ? rep : { ...rep, capacity: i }));
          const question = asking(candidatesOf(reps));
          const meritOf = powerOfTwoChoices(options).merits?.(question);
          const shares = sharesOf(reps, options);
          expect(question.candidates.map((each) => meritOf?.(each).share)).toStrictEqual(shares);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  it("reads two loads for each place, and none of the others", () => {
    let looks = 0;
    const question = asking(candidatesOf(holding(...Array.from({ length: 1_000 }, (_, i) => i))));
    const ranking = powerOfTwoChoices().order({
      ...question,
      standing: (candidate) => {
        looks += 1;
        return question.standing(candidate);
      },
    });
    ranking.at(0);
    ranking.at(1);
    expect(looks).toBe(4);
  });

  it("does not give everything to one rep between two counts of the CRM, as the least loaded does", () => {
    expect(mostBetweenCounts(leastLoaded())).toStrictEqual([50, 50, 50, 50, 50, 50]);
    for (const most of mostBetweenCounts(powerOfTwoChoices())) expect(most).toBeLessThanOrEqual(20);
    for (const most of mostBetweenCounts(random())) expect(most).toBeLessThanOrEqual(20);
  });

  it("puts the first drawn first where both hold the same", () => {
    const candidates = candidatesOf(holding(2, 2, 2, 2));
    for (let i = 0; i < 20; i += 1) {
      const question = asking(candidates, { leadId: `l${i}` });
      expect(powerOfTwoChoices().order(question).at(0)).toBe(random().order(question).at(0));
    }
  });

  it("says what a rep would hold, and when it was drawn", () => {
    const question = asking(candidatesOf([...holding(1, 4), { id: "zoe", weight: 0 }]));
    const meritOf = powerOfTwoChoices({ measure: "leads" }).merits?.(question);
    expect(question.candidates.map((each) => meritOf?.(each).says)).toStrictEqual([
      "was drawn as number 1 of 2, two by two; would then hold 2 leads",
      "was drawn as number 2 of 2, two by two; would then hold 5 leads",
      "takes no turn",
    ]);
  });

  it("draws anew each turn where asked, and stands in the fingerprint with all its options", () => {
    const question = asking(candidatesOf(holding(1, 1)));
    const booking = bookingOf(question, question.candidates[0]);
    expect(powerOfTwoChoices().book(booking)).toStrictEqual({ share: 0.5, price: 0 });
    expect(powerOfTwoChoices({ draws: "perTurn" }).book(booking).totals).toHaveLength(4);
    const all: readonly PowerOfTwoChoicesOptions[] = [
      {},
      { draws: "perTurn" },
      { measure: "leads" },
      { mode: "capacityShare" },
    ];
    expect(new Set(all.map((options) => deskOf(powerOfTwoChoices(options)).fingerprint)).size).toBe(4);
    for (const bad of [{ draws: "never" }, { measure: "hours" }, { mode: "relative" }])
      expect(() => powerOfTwoChoices(bad as never)).toThrow(/^powerOfTwoChoices: /);
  });

  it("gives the lead to the only one there is", () => {
    expect(firstOf(powerOfTwoChoices(), [{ id: "ann", openLeads: 9 }])).toBe("ann");
  });
});

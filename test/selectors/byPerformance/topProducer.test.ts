import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compose,
  type Evidence,
  emptyState,
  explain,
  floorShare,
  holderOf,
  type Performance,
  type RatingOptions,
  type Rep,
  type TrackRecord,
  topProducer,
  unwrap,
  where,
} from "../../../src/index.js";
import { readRoster } from "../../../src/schema/index.js";
import { asking, candidatesOf, idsOf } from "../../support/askSelector.js";
import { explained, orderOf, problemOf } from "../../support/ordered.js";
import { ownEvidence } from "../../support/ownEvidence.js";

const rep = (id: string, leads: number, won: number, more: Partial<Performance> = {}): Rep => ({
  id,
  performance: { leads, won, ...more },
});

const someOutcomes: fc.Arbitrary<TrackRecord> = fc
  .tuple(
    fc.oneof(fc.nat(300), fc.constantFrom(2 ** 53, 1e-9, 0.5)),
    fc.constantFrom(0, 0.02, 0.5, 0.9, 0.99, 1),
  )
  .map(([leads, part]) => ({ leads, won: leads * part }));

describe("topProducer", () => {
  it("goes by rates, not by totals, and by the smaller id where there is nothing to choose", () => {
    expect(orderOf(topProducer(), [rep("ann", 900, 90), rep("bob", 300, 60)])).toStrictEqual(["bob", "ann"]);
    expect(orderOf(topProducer(), [{ id: "bob" }, { id: "ann" }])).toStrictEqual(["ann", "bob"]);
  });

  it("never has 1 of 1 before 90 of 100, whoever else is there, whatever the teams", () => {
    const others = fc.array(fc.tuple(someOutcomes, fc.constantFrom("east", "west")), { maxLength: 8 });
    fc.assert(
      fc.property(others, fc.constantFrom("east", "west"), (some, team) => {
        const all = [
          { ...rep("1 of 1", 1, 1), teams: ["east"] },
          { ...rep("90 of 100", 100, 90), teams: [team] },
          ...some.map(([performance, of], i): Rep => ({ id: `${i}`, performance, teams: [of] })),
        ];
        const order = orderOf(topProducer(), all);
        expect(order.indexOf("90 of 100")).toBeLessThan(order.indexOf("1 of 1"));
      }),
    );
  });

  it("keeps that against 90 of 100 of a segment whose leads are won far more often than others", () => {
    const all = [
      rep("1 of 1", 1, 1),
      rep("90 of 100", 10_000, 190, { bySegment: { smb: { leads: 100, won: 90 } } }),
      rep("1 of 100", 10_000, 100),
    ];
    const selector = topProducer({ leastLeadsInSegment: 30 });
    const { candidates } = explained(selector, all, { segment: "smb" });
    expect(candidates.map(({ merit }) => merit?.says)).toStrictEqual([
      "won 90 of 100 leads, which is at least 82.6 %",
      "won 100 of 10000 leads, which comes to at least 36.3 % of leads of the segment",
      "won 1 of 1 leads, which comes to at least 20.7 % of leads of the segment",
    ]);
  });

  it("draws what a deal brings to the mean of all as if that were five deals more", () => {
    const reps = [rep("ann", 10, 1, { value: 100 }), rep("bob", 10, 9, { value: 90 })];
    const says = explained(topProducer({ by: "valuePerLead" }), reps).candidates.map(
      ({ merit }) => merit?.says,
    );
    // Of all ten 19: (5 * 19 + 90) / 14 and (5 * 19 + 100) / 6.
    expect(says.map((each) => /% of ([0-9.]+)/.exec(each ?? "")?.[1])).toStrictEqual(["13.21", "32.50"]);
    const half = [rep("cyd", 1, 0.5, { value: 50 })];
    const [alone] = explained(topProducer({ by: "valuePerLead" }), half).candidates;
    expect(alone?.merit?.says).toContain("% of 100.00)");
  });

  it("takes a wait to be that of all leads where nobody says of how many contacts", () => {
    const reps = [rep("ann", 100, 0, { responseMs: 60_000 }), rep("bob", 1, 0, { responseMs: 600_000 })];
    const says = explained(topProducer({ by: "response" }), reps).candidates.map(({ merit }) => merit?.says);
    // Of all 101 contacts 65.35 s: (5 * 65.35 + 6000) / 105 and (5 * 65.35 + 600) / 6.
    expect(says).toStrictEqual([
      "is expected to make contact after 60.3 s",
      "is expected to make contact after 154.5 s",
    ]);
  });

  it("would not keep that by estimates alone, where winning is usual", () => {
    const alike = Array.from({ length: 9 }, (_, i) => rep(`${i}`, 1000, 999));
    const order = orderOf(topProducer({ by: "estimate" }), [...alike, rep("a", 1, 1), rep("b", 100, 90)]);
    expect(order.indexOf("a")).toBeLessThan(order.indexOf("b"));
  });

  it("would not keep that by segments, where one is all that there was of a segment hard to win", () => {
    const hard = rep("c", 1000, 200, { bySegment: { hard: { leads: 500, won: 0 } } });
    const one = rep("a", 1, 1, { bySegment: { hard: { leads: 1, won: 1 } } });
    const ratedBy = (options: RatingOptions) => {
      const candidates = candidatesOf([one, rep("b", 100, 90), hard]);
      const asked = asking(candidates);
      return idsOf(topProducer(options).order({ ...asked, lead: { ...asked.lead, segment: "hard" } }));
    };
    expect(ratedBy({})).toStrictEqual(["b", "a", "c"]);
    expect(ratedBy({ leastLeadsInSegment: 1 })).toStrictEqual(["a", "b", "c"]);
  });

  it.each(["lowEnd", "estimate", "valuePerLead", "response"] as const)(
    "has figures by %s for traces of leads, whatever these are to the most of them",
    (by) => {
      const trace = rep("a", 1, 5e-324, { bySegment: { smb: { leads: 1e100, won: 1e100 } } });
      const dear = rep("b", 5e-324, 5e-324, { value: 1e100, contacts: 5e-324, responseMs: 1e100 });
      const many = rep("c", 1e100, 1e-300);
      const strategy = compose({
        ledger: "desk",
        filters: [],
        selector: topProducer({ by, leastLeadsInSegment: 1 }),
      });
      for (const reps of [
        [trace, rep("d", 1e6, 0)],
        [trace, dear, many],
        [dear, many],
      ]) {
        const lead = { id: "l1", receivedAtMs: 0, segment: "smb" };
        const { candidates } = unwrap(explain(strategy, lead, { reps }, emptyState({ seed: "s" })));
        expect(candidates).toHaveLength(reps.length);
      }
    },
  );

  it("goes by what else is asked for, each time with shrunken figures", () => {
    const all = [
      rep("ann", 100, 40, { value: 4_000, responseMs: 9_000, contacts: 90 }),
      rep("bob", 100, 10, { value: 9_000, responseMs: 60_000, contacts: 90 }),
      rep("cyd", 1, 1, { value: 10_000, responseMs: 1_000, contacts: 1 }),
      { id: "dee" },
    ];
    const by = (asked: RatingOptions["by"]) =>
      orderOf(topProducer(asked === undefined ? {} : { by: asked }), all);
    expect(by("lowEnd")).toStrictEqual(["ann", "cyd", "bob", "dee"]);
    expect(by("estimate")).toStrictEqual(["cyd", "ann", "dee", "bob"]);
    expect(by("valuePerLead")[0]).toBe("cyd");
    expect(by("valuePerLead").indexOf("bob")).toBeLessThan(by("valuePerLead").indexOf("ann"));
    expect(by("response")).toStrictEqual(["ann", "cyd", "dee", "bob"]);
  });

  it("says what it goes by", () => {
    const all = [rep("ann", 4, 1, { value: 1_000, responseMs: 90_000 })];
    const said = (by: NonNullable<RatingOptions["by"]>) =>
      explained(topProducer({ by }), all).candidates.map(({ merit }) => merit?.says);
    expect(said("lowEnd")).toStrictEqual(["won 1 of 4 leads, which is at least 4.6 %"]);
    expect(said("estimate")).toStrictEqual(["is expected to win 25.0 %, having won 1 of 4 leads"]);
    expect(said("valuePerLead")).toStrictEqual([
      "is expected to bring 250.00 a lead (25.0 % of 1000.00), having won 1 of 4 leads",
    ]);
    expect(said("response")).toStrictEqual(["is expected to make contact after 90.0 s"]);
  });

  it("goes by the segment where there were leads enough, otherwise by all times what the segment is to all", () => {
    const inSmb = (leads: number, won: number) => ({ bySegment: { smb: { leads, won } } });
    const selector = topProducer({ leastLeadsInSegment: 50 });
    const ann = rep("ann", 200, 70, inSmb(100, 60));
    const bob = (won: number) => rep("bob", 200, won, inSmb(2, 0));
    expect(orderOf(selector, [ann, bob(90)], { segment: "smb" })).toStrictEqual(["bob", "ann"]);
    expect(orderOf(selector, [ann, bob(75)], { segment: "smb" })).toStrictEqual(["ann", "bob"]);
    for (const asked of [{}, { segment: "enterprise" }, { segment: "__proto__" }])
      expect(orderOf(selector, [ann, bob(75)], asked)).toStrictEqual(["bob", "ann"]);
    expect(orderOf(topProducer({ leastLeadsInSegment: 0 }), [ann, bob(90)], { segment: "smb" })[0]).toBe(
      "ann",
    );
    expect(orderOf(topProducer(), [ann, bob(75)], { segment: "smb" })[0]).toBe("bob");
  });

  it("has the same estimates whoever is left out", () => {
    const all = [rep("ann", 30, 9), rep("bob", 8, 4), rep("cyd", 300, 200), rep("dee", 1, 0)];
    const lead = { id: "l1", receivedAtMs: 0 };
    const scores = (left: readonly Rep["id"][]) => {
      const selector = topProducer({ by: "estimate" });
      const filters = [where("there", 1, ({ rep }) => !left.includes(rep.id))];
      const strategy = compose({ ledger: "desk", filters, selector });
      const { candidates } = unwrap(explain(strategy, lead, { reps: all }, emptyState({ seed: "s" })));
      return new Map(candidates.map(({ repId, merit }) => [repId, merit?.score]));
    };
    const whole = scores([]);
    for (const [id, score] of scores(["cyd", "dee"])) expect(score).toBe(whole.get(id));
    expect(scores(["cyd", "dee"]).size).toBe(2);
  });

  it("gives a newcomer nothing by itself, and its floor where floorShare is put round it", () => {
    const reps = [rep("ann", 100, 40), rep("bob", 100, 20), { id: "new" }];
    const leadsOf = (selector: ReturnType<typeof topProducer>) => {
      const strategy = compose({ ledger: "desk", filters: [], selector });
      let state = emptyState({ seed: "s" });
      const taken = Array.from({ length: 60 }, (_, i) => {
        const outcome = unwrap(strategy({ id: `l${i}`, receivedAtMs: i }, { reps }, state));
        state = outcome.state;
        return holderOf(outcome.decision);
      });
      return taken.filter((id) => id === "new").length;
    };
    expect(leadsOf(topProducer())).toBe(0);
    // A third of 60 leads, a quarter of that for certain, less one lead and a quarter for each other.
    expect(leadsOf(floorShare(0.25, topProducer()))).toBeGreaterThanOrEqual(4);
  });

  it("ranks all, whatever the figures: each has a score that is a number", () => {
    const known = fc.array(someOutcomes, { minLength: 1, maxLength: 6 });
    const by = fc.constantFrom("lowEnd", "estimate", "valuePerLead", "response" as const);
    fc.assert(
      fc.property(known, by, (some, of) => {
        const candidates = candidatesOf(some.map((_, i) => ({ id: `${i}` })));
        const selector = topProducer({ evidence: ownEvidence(some), by: of });
        const question = asking(candidates);
        expect(idsOf(selector.order(question))).toHaveLength(some.length);
        for (const each of candidates) expect(selector.merits?.(question)(each).score).not.toBeNaN();
      }),
    );
  });

  it.each([
    [{ leads: Number.NaN, won: 0 }, "leads NaN, which is no amount"],
    [{ leads: -1, won: 0 }, "leads -1, which is no amount"],
    [{ leads: 1, won: Number.POSITIVE_INFINITY }, "won Infinity, which is no amount"],
    [{ leads: "5", won: 0 }, "leads 5, which is no amount"],
    [{ leads: 5, won: null }, "won null, which is no amount"],
    [{ leads: 1, won: 2 }, "won 2 of 1 leads"],
    [{ leads: 1, won: 1, value: -5 }, "value -5, which is no amount"],
    [{ leads: 1, won: 1, contacts: Number.NaN }, "contacts NaN, which is no amount"],
    [undefined, "undefined, which is no outcomes"],
    [{}, "leads undefined, which is no amount"],
  ])("blames evidence that gives %j by name, with the rep", (given, fault) => {
    const evidence: Evidence = { name: "crm", of: () => () => given as never };
    expect(problemOf(topProducer({ evidence }))).toBe(
      `strategy.selector.topProducer: TypeError: the evidence "crm" gave "ann" ${fault}`,
    );
  });

  it("blames evidence that throws by name, with the rep where one was asked about", () => {
    const fail = (): never => {
      throw new Error("no table");
    };
    const problem = (of: Evidence["of"]) => problemOf(topProducer({ evidence: { name: "crm", of } }));
    const at = "strategy.selector.topProducer: TypeError: the evidence";
    expect(problem(fail)).toBe(`${at} "crm" threw Error: no table`);
    expect(problem(() => fail)).toBe(`${at} "crm", asked about "ann", threw Error: no table`);
  });

  it.each(["leads", "value", "responseMs", "contacts"])(
    "finds %s of a roster that no sum could hold with the roster, read or not",
    (field) => {
      const performance = { leads: 1, won: 0, bySegment: { smb: { leads: 1, won: 0, [field]: 1e101 } } };
      const reps = [{ id: "ann", performance }];
      const strategy = compose({ ledger: "desk", filters: [], selector: topProducer() });
      const lead = { id: "l1", receivedAtMs: 0 };
      const path = ["roster", "reps", 0, "performance", "bySegment", "smb", field];
      const problems = { left: [{ path, message: "must be at most 1e+100" }] };
      expect(strategy(lead, { reps }, emptyState({ seed: "s" }))).toMatchObject(problems);
      expect(readRoster({ reps })).toMatchObject(problems);
    },
  );

  it.each([
    { by: "total" as never },
    { by: "__proto__" as never },
    { evidence: (() => ownEvidence([])) as never },
    { evidence: { of: () => () => ({ leads: 0, won: 0 }) } as never },
    { leastLeadsInSegment: -1 },
    { leastLeadsInSegment: Number.NaN },
    { leastLeadsInSegment: Number.POSITIVE_INFINITY },
  ])("refuses %o", (options) => {
    expect(() => topProducer(options)).toThrow(RangeError);
  });
});

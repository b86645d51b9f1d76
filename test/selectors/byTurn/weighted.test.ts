import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  available,
  CREDITS_PER_LEAD,
  compose,
  emptyState,
  type Lead,
  type Rep,
  type State,
  unwrap,
  type WeightsBy,
  weighted,
} from "../../../src/index.js";
import { aRegion } from "../../../src/testing/arbitraries/aLead.js";
import { aWeight } from "../../../src/testing/arbitraries/aRep.js";
import { outOfBounds, theoremT } from "../../../src/testing/fairness/mirror.js";
import { deskLedger, deskOf } from "../../support/desk.js";

/** The shares of a lead among ann, who has these weights, and bob, who has none but 1. */
const shareOf = (by: WeightsBy, said: Partial<Lead>, ann: Partial<Rep>): number => {
  const roster = { reps: [{ id: "ann", ...ann }, { id: "bob" }] };
  const { explanation } = unwrap(
    deskOf(weighted({ by }))({ id: "l", receivedAtMs: 0, ...said }, roster, emptyState({ seed: "s" }), {
      explain: true,
    }),
  );
  return explanation?.candidates.find(({ repId }) => repId === "ann")?.merit?.share ?? 0;
};

describe("weighted by what a lead says", () => {
  const weights = { DE: 3, "de-by": 7, EMEA: 0, "EMEA/Nordics": 4, smb: 9, __proto__x: 1 };

  it.each([
    ["the key of the region", { region: "DE" }, 3 / 4],
    ["the key of the region above", { region: "de/nw/koeln" }, 3 / 4],
    ["the most specific key that covers the region", { region: "DE-BY/Munich" }, 7 / 8],
    ["no key that the region only begins like", { region: "DEN" }, 1 / 2],
    ["no key below the region", { region: "EMEA/Nord" }, 0],
    ["another path below a key", { region: "emea/nordics/se" }, 4 / 5],
    ["no key where none fits", { region: "US" }, 1 / 2],
    ["no key for a blank region", { region: " - " }, 1 / 2],
    ["no key for a lead that says nothing", {}, 1 / 2],
  ])("takes %s", (_, said, share) => {
    expect(shareOf("region", said, { weights })).toBe(share);
  });

  it("takes the rep's weight where no key fits", () => {
    expect(shareOf("region", { region: "US" }, { weight: 4, weights })).toBe(4 / 5);
  });

  it.each(["segment", "source", "channel", "industry"] as const)("compares the %s letter by letter", (by) => {
    expect(shareOf(by, { [by]: "smb" }, { weights })).toBe(9 / 10);
    expect(shareOf(by, { [by]: "SMB" }, { weights })).toBe(1 / 2);
    expect(shareOf(by, { [by]: " " }, { weights: { " ": 3 } })).toBe(1 / 2);
  });

  it("goes by temperature, and by an attribute that is text", () => {
    expect(shareOf("temperature", { temperature: "hot" }, { weights: { hot: 3 } })).toBe(3 / 4);
    const by = { attribute: "plan" };
    expect(shareOf(by, { attributes: { plan: "smb" } }, { weights })).toBe(9 / 10);
    expect(shareOf(by, { attributes: { plan: 3 } }, { weights: { 3: 3 } })).toBe(1 / 2);
    expect(shareOf({ attribute: "toString" }, { attributes: {} }, { weights })).toBe(1 / 2);
    const odd = JSON.parse('{ "__proto__": 3 }');
    expect(shareOf({ attribute: "__proto__" }, { attributes: {} }, { weights: odd })).toBe(1 / 2);
    expect(shareOf("segment", { segment: "__proto__" }, { weights: odd })).toBe(3 / 4);
    expect(shareOf("segment", { segment: "__proto__" }, { weights: {} })).toBe(1 / 2);
  });

  it("takes the larger of two keys for one region, in whatever order they stand", () => {
    expect(shareOf("region", { region: "US-CA" }, { weights: { "US-CA": 3, "us/ca": 1 } })).toBe(3 / 4);
    expect(shareOf("region", { region: "US-CA" }, { weights: { "us/ca": 1, "US-CA": 3 } })).toBe(3 / 4);
  });

  it("gives nothing to weight 0, be it the rep's or that of the segment", () => {
    expect(shareOf("region", { region: "EMEA" }, { weights })).toBe(0);
    expect(shareOf("region", { region: "DE" }, { weight: 0, weights })).toBe(0);
    const nobody = deskOf(weighted({ by: "region" }));
    const lead = { id: "l", receivedAtMs: 0, region: "EMEA" };
    const { decision } = unwrap(nobody(lead, { reps: [{ id: "a", weights }] }, emptyState({ seed: "s" })));
    expect(decision).toMatchObject({ status: "unassigned", reason: "none-takes-a-turn" });
  });

  it("prices equal weights as one each, whatever they are elsewhere", () => {
    const reps = ["a", "b", "c"].map((id) => ({ id, weight: 0.007, weights: { DE: 1000, US: 9.999 } }));
    for (const region of ["DE", "US", "SE"]) {
      const { decision } = unwrap(
        deskOf(weighted({ by: "region" }))(
          { id: "l", receivedAtMs: 0, region },
          { reps },
          emptyState({ seed: "s" }),
        ),
      );
      expect(decision).toMatchObject({ price: CREDITS_PER_LEAD });
    }
  });

  it("has the weights of those who are only owed a part go into the divisor", () => {
    const filters = [{ ...available(), owes: {} }];
    const strategy = compose({ ledger: "desk", filters, selector: weighted({ by: "region" }) });
    const there = ["ann", "bob"].map((id) => ({ id, weights: { DE: 29 } }));
    const reps = [...there, { id: "cyd", weights: { DE: 1 }, presence: "away" as const }];
    const lead = { id: "l", receivedAtMs: 0, region: "DE" };
    const { decision, state } = unwrap(strategy(lead, { reps }, emptyState({ seed: "s" })));
    expect(decision).toMatchObject({ repId: "ann", share: 29 / 59 });
    const part = Math.floor(CREDITS_PER_LEAD / 59);
    expect(deskLedger(state).credits).toStrictEqual([-30 * part, 29 * part, part]);
  });

  it("keeps one account for all segments, within Theorem T", () => {
    const aRoster = fc.tuple(
      ...["a", "b", "c", "d"].map((id) =>
        fc.record({
          id: fc.constant(id),
          weight: aWeight(),
          weights: fc.dictionary(aRegion(), aWeight(), { maxKeys: 3 }),
        }),
      ),
    );
    const strategy = deskOf(weighted({ by: "region" }));
    fc.assert(
      fc.property(fc.array(fc.tuple(aRoster, aRegion()), { maxLength: 40 }), (leads) => {
        let state: State = emptyState({ seed: "s" });
        leads.forEach(([reps, region], n) => {
          state = unwrap(strategy({ id: `l${n}`, receivedAtMs: n, region }, { reps }, state)).state;
          const credits = [...deskLedger(state).credits].sort((a, b) => b - a);
          expect(outOfBounds(credits, theoremT)).toBeUndefined();
          expect(credits.reduce((sum, credit) => sum + credit, deskLedger(state).outside)).toBe(0);
        });
      }),
      { numRuns: 60 },
    );
  });

  it("names weights that are too many to split a lead by", () => {
    const reps = Array.from({ length: 8100 }, (_, i) => ({
      id: `r${i}`,
      weights: { DE: i === 0 ? 0.001 : 10_000 },
    }));
    const lead = { id: "l", receivedAtMs: 0, region: "DE" };
    const result = deskOf(weighted({ by: "region" }))(lead, { reps }, emptyState({ seed: "s" }));
    expect(result).toMatchObject({
      left: [
        { path: ["strategy", "selector", "weighted"], message: expect.stringContaining("must not add up") },
      ],
    });
  });

  it("names a weight that is none, with its path", () => {
    for (const bad of [-1, 0.0005, 10_001, "1", null]) {
      const roster = { reps: [{ id: "a", weights: { DE: bad } }] } as never;
      const result = deskOf(weighted({ by: "region" }))(
        { id: "l", receivedAtMs: 0 },
        roster,
        emptyState({ seed: "s" }),
      );
      expect(result).toMatchObject({ left: [{ path: ["roster", "reps", 0, "weights", "DE"] }] });
    }
  });

  it("stands in the fingerprint, which without it is as it was", () => {
    const of = (options?: Parameters<typeof weighted>[0]) =>
      compose({ ledger: "desk", filters: [], selector: weighted(options) }).fingerprint;
    expect(of({})).toBe(of());
    const prints = [of(), of({ by: "region" }), of({ by: "segment" }), of({ by: { attribute: "region" } })];
    expect(new Set(prints).size).toBe(prints.length);
  });

  it("takes no options for none", () => {
    expect(deskOf(weighted(null as never)).fingerprint).toBe(deskOf(weighted()).fingerprint);
  });

  it("refuses what is no field", () => {
    for (const by of ["languages", "id", null, {}, { attribute: 3 }])
      expect(() => weighted({ by: by as never })).toThrow("weighted: by must be one of region, segment");
  });
});

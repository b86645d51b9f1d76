import { describe, expect, it } from "vitest";
import {
  available,
  compose,
  emptyState,
  type Filter,
  holderOf,
  industry,
  type Lead,
  language,
  prefer,
  type Rep,
  rotation,
  segment,
  unwrap,
  weighted,
  where,
} from "../../src/index.js";
import { ask } from "../support/ask.js";

const decide = (filters: readonly Filter[], lead: Partial<Lead>, ...reps: readonly Rep[]) =>
  unwrap(
    compose({ ledger: "desk", filters, selector: weighted() })(
      { id: "l1", receivedAtMs: 0, ...lead },
      { reps },
      emptyState({ seed: "s" }),
    ),
  ).decision;

const health = { id: "health", industries: ["health"] };
const retail = { id: "retail", industries: ["retail"] };

describe("prefer", () => {
  it("keeps the rank of who passes and puts who is excluded after all others, with the reason", () => {
    const filter = prefer(language());
    const said = (spoken: string) => ask(filter, { languages: ["sv", "en"] }, { languages: [spoken] });
    expect(said("sv")).toStrictEqual({ passes: true, rank: 0 });
    expect(said("en")).toStrictEqual({
      passes: true,
      rank: 1,
      reason: "speaks en, the lead's second choice",
    });
    expect(said("de")).toStrictEqual({
      passes: true,
      rank: Number.POSITIVE_INFINITY,
      reason: "speaks de; the lead asks for sv, en",
    });
  });

  it("loses nobody: without a preferred rep the others are dealt to", () => {
    const filters = [prefer(industry())];
    expect(holderOf(decide(filters, { industry: "retail" }, health, retail))).toBe("retail");
    expect(holderOf(decide(filters, { industry: "steel" }, health, retail))).toBe("health");
    expect(holderOf(decide(filters, { industry: "retail" }, health, { ...retail, weight: 0 }))).toBe(
      "health",
    );
  });

  it("counts among those whom every required filter lets through, wherever it is written", () => {
    const away: Rep = { ...retail, presence: "away" };
    for (const filters of [
      [prefer(industry()), available()],
      [available(), prefer(industry())],
    ]) {
      const decision = decide(filters, { industry: "retail" }, health, away);
      expect(holderOf(decision)).toBe("health");
      expect(decision.leftOut.map(({ by, reps }) => (reps > 0 ? by : ""))).toContain("available");
    }
  });

  it("goes before the preferences written after it", () => {
    const lead = { industry: "retail", segment: "smb" };
    const smb = { ...health, segments: ["smb"] };
    const large = { ...retail, segments: ["enterprise"] };
    expect(holderOf(decide([prefer(industry()), prefer(segment())], lead, smb, large))).toBe("retail");
    expect(holderOf(decide([prefer(segment()), prefer(industry())], lead, smb, large))).toBe("health");
  });

  it("shares the leads among those who remain", () => {
    const strategy = compose({ ledger: "desk", filters: [prefer(industry())], selector: rotation() });
    const roster = { reps: [health, retail, { id: "both", industries: ["health", "retail"] }] };
    let state = emptyState({ seed: "s" });
    const takers = Array.from({ length: 4 }, (_, n) => {
      const outcome = unwrap(strategy({ id: `l${n}`, receivedAtMs: 0, industry: "retail" }, roster, state));
      state = outcome.state;
      return holderOf(outcome.decision);
    });
    expect(takers).toStrictEqual(["both", "retail", "both", "retail"]);
  });

  it("is the same when it is preferred again", () => {
    const [once, twice] = [prefer(industry()), prefer(prefer(industry()))];
    for (const rep of [health, retail, { id: "any" }])
      expect(ask(twice, { industry: "retail" }, rep)).toStrictEqual(ask(once, { industry: "retail" }, rep));
    expect(holderOf(decide([twice], { industry: "retail" }, health, retail))).toBe("retail");
    expect(holderOf(decide([twice], { industry: "steel" }, health, retail))).toBe("health");
  });

  it("asks rep by rep where the filter does", () => {
    const odd: Filter = { ...where("odd", 1, ({ rep }) => rep.tier === 1), index: () => () => undefined };
    expect(holderOf(decide([prefer(odd)], {}, { id: "ann" }, { id: "bob", tier: 1 }))).toBe("bob");
    expect(prefer(where("odd", 1, () => true)).index).toBeUndefined();
  });

  it("puts who is excluded beside who passes after all others, asked one by one or as a whole", () => {
    const last: Filter = {
      name: "last",
      test: ({ rep }) =>
        rep.tier === undefined
          ? { passes: true, rank: Number.POSITIVE_INFINITY }
          : { passes: false, reason: "has a tier" },
      index: (reps) => () => [
        { rank: Number.POSITIVE_INFINITY, places: new Uint32Array(Math.ceil(reps.length / 32)).fill(1) },
      ],
    };
    const reps = [{ id: "ann" }, { id: "bob", tier: 1 }];
    const candidates = unwrap(
      compose({ ledger: "desk", filters: [prefer(last)], selector: rotation() }).candidates(
        { id: "l1", receivedAtMs: 0 },
        { reps },
        emptyState({ seed: "s" }),
      ),
    );
    expect(candidates.map(({ id }) => id)).toStrictEqual(["ann", "bob"]);
  });

  it("stands in the fingerprint with the filter's name and literals", () => {
    const fingerprint = (filter: Filter) =>
      compose({ ledger: "desk", filters: [filter], selector: rotation() }).fingerprint;
    const all = [
      industry(),
      prefer(industry()),
      prefer(industry({ whenUnknown: "exclude" })),
      prefer(segment()),
      prefer(prefer(industry())),
      prefer(available()),
    ];
    expect(new Set(all.map(fingerprint)).size).toBe(all.length);
    expect(prefer(industry()).name).toBe("prefer industry");
  });

  it("passes on an answer that is none, for the strategy to refuse", () => {
    for (const nonsense of [undefined, null, {}, { passes: false }, { passes: true }]) {
      const filter: Filter = { name: "broken", test: () => nonsense as never };
      const result = compose({ ledger: "desk", filters: [prefer(filter)], selector: rotation() })(
        { id: "l1", receivedAtMs: 0 },
        { reps: [{ id: "ann" }] },
        emptyState({ seed: "s" }),
      );
      expect(result).toMatchObject({
        _tag: "Left",
        left: [{ path: ["strategy", "filters", 0, "prefer broken"] }],
      });
    }
  });

  it("refuses what is no filter", () => {
    for (const nonsense of [undefined, null, industry, {}, { name: "x" }, { test: () => true }])
      expect(() => prefer(nonsense as unknown as Filter)).toThrow(RangeError);
  });
});

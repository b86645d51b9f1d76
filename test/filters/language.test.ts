import { describe, expect, it } from "vitest";
import { compose, emptyState, holderOf, language, rotation, unwrap, weighted } from "../../src/index.js";
import { ask, passes } from "../support/ask.js";

const rank = (asked: readonly string[], spoken: readonly string[]): number | undefined => {
  const answer = ask(language(), { languages: asked }, { languages: spoken });
  return answer.passes ? answer.rank : undefined;
};

describe("language", () => {
  it("ranks a rep by the first of the lead's languages that it speaks", () => {
    expect(rank(["sv", "en"], ["sv"])).toBe(0);
    expect(rank(["sv", "en"], ["en", "sv"])).toBe(0);
    expect(rank(["sv", "en"], ["en"])).toBe(1);
    expect(rank(["sv", "en"], ["de"])).toBeUndefined();
  });

  it("lets tags fit when one is a prefix of the other by subtags, whatever the case", () => {
    expect(rank(["pt-BR"], ["pt"])).toBe(0);
    expect(rank(["pt"], ["PT-br"])).toBe(0);
    expect(rank(["pt-PT"], ["pt-BR"])).toBeUndefined();
    expect(rank(["de"], ["den"])).toBeUndefined();
    expect(rank(["zh-Hant-TW"], ["zh-Hant"])).toBe(0);
  });

  it("takes absent languages of a rep for any, an empty list for none", () => {
    expect(passes(language(), { languages: ["sv"] }, {})).toBe(true);
    expect(passes(language(), { languages: ["sv"] }, { languages: [] })).toBe(false);
  });

  it("does as asked when the lead names no language", () => {
    for (const lead of [{}, { languages: [] }]) {
      expect(passes(language(), lead, { languages: [] })).toBe(true);
      expect(passes(language({ whenUnknown: "exclude" }), lead, {})).toBe(false);
    }
  });

  it("says what is spoken and what was asked for", () => {
    const said = (languages: readonly string[], asked: readonly string[]) =>
      ask(language(), { languages: asked }, { languages });
    expect(said(["en", "de"], ["sv"])).toStrictEqual({
      passes: false,
      reason: "speaks en, de; the lead asks for sv",
      has: ["en", "de"],
      wants: ["sv"],
    });
    expect(said([], ["sv", "en"]).reason).toBe("speaks no language; the lead asks for sv, en");
  });

  it("says which choice of the lead a rep of a later rank speaks", () => {
    const asked = ["sv", "fi", "nb", "da", "is", "en"];
    const said = (spoken: string) => ask(language(), { languages: asked }, { languages: [spoken] });
    expect(said("sv")).toStrictEqual({ passes: true, rank: 0 });
    expect(said("fi")).toStrictEqual({
      passes: true,
      rank: 1,
      reason: "speaks fi, the lead's second choice",
    });
    expect(said("is").reason).toBe("speaks is, the lead's fifth choice");
    expect(said("en-GB").reason).toBe("speaks en, the lead's choice number 6");
  });

  it("asks nobody in the second language while somebody speaks the first", () => {
    const strategy = compose({ ledger: "desk", filters: [language()], selector: rotation() });
    const roster = {
      reps: [
        { id: "ann", languages: ["en"] },
        { id: "bob", languages: ["sv"] },
      ],
    };
    let state = emptyState({ seed: "s" });
    for (const id of ["l1", "l2", "l3"]) {
      const outcome = unwrap(strategy({ id, receivedAtMs: 0, languages: ["sv", "en"] }, roster, state));
      state = outcome.state;
      expect(holderOf(outcome.decision)).toBe("bob");
      expect(outcome.decision.leftOut[0]).toStrictEqual({ by: "language", reps: 1 });
    }
  });

  it("asks those of the second language when the only one of the first takes no turn", () => {
    const strategy = compose({ ledger: "desk", filters: [language()], selector: weighted() });
    const roster = {
      reps: [
        { id: "ann", languages: ["en"] },
        { id: "bob", languages: ["sv"], weight: 0 },
      ],
    };
    const lead = { id: "l1", receivedAtMs: 0, languages: ["sv", "en"] };
    const { decision } = unwrap(strategy(lead, roster, emptyState({ seed: "s" })));
    expect(holderOf(decision)).toBe("ann");
    expect(decision.leftOut).toStrictEqual([
      { by: "language", reps: 0 },
      { by: "weighted", reps: 1 },
    ]);
  });
});

import { describe, expect, it } from "vitest";
import {
  bestMatch,
  experienceFit,
  type FitTerm,
  type Lead,
  languageFit,
  ownFit,
  type Rep,
  regionFit,
  relationFit,
  skillFit,
} from "../../../src/index.js";
import { deskOf } from "../../support/desk.js";
import { explained, orderOf, problemOf } from "../../support/ordered.js";

const matching = (...terms: readonly FitTerm[]) => bestMatch({ terms });

/** What the term gives to a rep for a lead, and what it says. */
const given = (
  term: FitTerm,
  rep: Partial<Rep>,
  lead: Partial<Lead>,
): readonly [number | undefined, string | undefined] => {
  const { candidates } = explained(matching(term), [{ id: "ann", ...rep }], lead);
  const [part] = candidates[0]?.merit?.parts ?? [];
  return [part?.score, part?.says];
};

describe("bestMatch", () => {
  const reps = [
    { id: "ann", experience: 1, languages: ["sv"] },
    { id: "bob", experience: 3, languages: ["en"] },
    { id: "cyd", experience: 3, languages: ["sv"] },
  ];
  const lead = { complexity: 1, languages: ["sv", "en"] };

  it("puts the most points first, and the smaller id of those who are level", () => {
    expect(orderOf(matching(experienceFit()), reps, lead)).toStrictEqual(["bob", "cyd", "ann"]);
    expect(orderOf(matching(languageFit(), experienceFit()), reps, lead)).toStrictEqual([
      "cyd",
      "ann",
      "bob",
    ]);
    expect(orderOf(matching(languageFit(), experienceFit({ points: 3 })), reps, lead)).toStrictEqual([
      "cyd",
      "bob",
      "ann",
    ]);
  });

  it("goes by id where nothing is asked", () => {
    const terms = [skillFit(), languageFit(), regionFit(), experienceFit(), relationFit()];
    expect(orderOf(matching(...terms), reps)).toStrictEqual(["ann", "bob", "cyd"]);
  });

  it("leaves out who is of weight 0", () => {
    expect(orderOf(matching(experienceFit()), [{ id: "ann", weight: 0 }, { id: "bob" }])).toStrictEqual([
      "bob",
    ]);
  });

  it("says what the score is made of, part by part", () => {
    const { candidates, tie } = explained(matching(languageFit({ points: 2 }), experienceFit()), reps, lead);
    expect(candidates[0]?.merit).toStrictEqual({
      score: 2.75,
      share: 1,
      says: "scores 2.75 of 3 points",
      parts: [
        { name: "language", score: 2, says: "speaks sv, the lead's language number 1" },
        { name: "experience", score: 0.75, says: "has experience 3 where 1 is asked" },
      ],
    });
    expect(tie).toBeUndefined();
    expect(explained(matching(experienceFit()), reps, lead).tie).toStrictEqual(["bob", "cyd"]);
  });

  it("adds up to the score, whatever the terms give", () => {
    for (const extreme of [0, 5e-324, 1e308]) {
      const all = { skills: { crm: extreme }, experience: extreme };
      const { candidates } = explained(
        matching(skillFit(), experienceFit()),
        [{ id: "a", ...all }, { id: "b" }],
        {
          needs: { crm: 1e308, sql: 5e-324 },
          complexity: 5e-324,
        },
      );
      for (const { merit } of candidates)
        expect(merit?.parts?.reduce((sum, { score }) => sum + score, 0)).toBe(merit?.score);
    }
  });

  it("stands in the fingerprint by its terms, their points and literals", () => {
    const fit = () => 1;
    const selectors = [
      matching(skillFit()),
      matching(skillFit({ points: 2 })),
      matching(languageFit()),
      matching(skillFit(), languageFit()),
      matching(relationFit()),
      matching(relationFit({ attribute: "a" })),
      matching(ownFit("a", 1, fit)),
      matching(ownFit("a", 2, fit)),
    ];
    expect(new Set(selectors.map((each) => deskOf(each).fingerprint)).size).toBe(selectors.length);
  });

  it("refuses what is no list of terms of different names", () => {
    const wrong = new RangeError("bestMatch: needs terms, no two of one name");
    for (const terms of [
      undefined,
      [],
      [skillFit],
      [skillFit(), skillFit()],
      [{ ...skillFit(), points: Number.NaN }],
    ])
      expect(() => bestMatch({ terms } as never)).toThrow(wrong);
    const huge = (name: string) => ({ ...skillFit(), name, points: Number.MAX_VALUE });
    expect(() => matching(huge("a"), huge("b"))).toThrow("bestMatch: has more points than can be added up");
  });
});

describe("skillFit", () => {
  it.each([
    [{ crm: 0 }, 0],
    [{}, 0],
    [{ crm: 2 }, 0.5],
    [{ crm: 4 }, 2 / 3],
    [{ crm: 6 }, 0.75],
    [{ crm: 1e308 }, 1],
    [{ crm: 5e-324 }, 0],
  ])("with %j where crm 2 is asked gives %d", (skills, points) => {
    expect(given(skillFit(), { skills }, { needs: { crm: 2 } })[0]).toBe(points);
  });

  it("is one half for just enough, however much that is", () => {
    expect(given(skillFit(), { skills: { crm: 1e308 } }, { needs: { crm: 1e308 } })[0]).toBe(0.5);
  });

  it("is the mean over all that is needed", () => {
    const needs = { crm: 2, sql: 1, none: 0 };
    expect(given(skillFit(), { skills: { crm: 6, sql: 1 } }, { needs })).toStrictEqual([
      0.625,
      "has crm 6 where 2 is asked, sql 1 where 1 is asked",
    ]);
  });

  it("is nothing where nothing is needed", () => {
    for (const needs of [{}, { crm: 0 }])
      expect(given(skillFit(), { skills: { crm: 1 } }, { needs })).toStrictEqual([
        0,
        "is asked for no skill",
      ]);
  });

  it("reads odd names as any other", () => {
    const needs = JSON.parse('{"__proto__":1,"constructor":1}');
    expect(given(skillFit(), {}, { needs })[0]).toBe(0);
    expect(given(skillFit(), { skills: needs }, { needs })[0]).toBe(0.5);
  });
});

describe("experienceFit", () => {
  it.each([
    [{ experience: 3 }, { complexity: 3 }, 0.5],
    [{ experience: 9 }, { complexity: 3 }, 0.75],
    [{}, { complexity: 3 }, 0],
    [{ experience: 3 }, { complexity: 0 }, 0],
    [{ experience: 3 }, {}, 0],
  ])("of %j for %j is %d", (rep, lead, points) => {
    expect(given(experienceFit(), rep, lead)[0]).toBe(points);
  });
});

describe("languageFit", () => {
  it.each([
    [["sv"], 1, "speaks sv-SE, the lead's language number 1"],
    [["EN_us"], 2 / 3, "speaks en, the lead's language number 2"],
    [["da", "en"], 2 / 3, "speaks en, the lead's language number 2"],
    [["da"], 1 / 3, "speaks da, the lead's language number 3"],
    [["de"], 0, "speaks no language of the lead"],
    [[], 0, "speaks no language of the lead"],
    [undefined, 0.5, "may speak any language"],
  ])("of a rep who speaks %j is %d", (languages, points, says) => {
    const rep = languages === undefined ? {} : { languages };
    expect(given(languageFit(), rep, { languages: ["sv-SE", "en", "da"] })).toStrictEqual([points, says]);
  });

  it("is nothing where no language is asked for", () => {
    for (const lead of [{}, { languages: [] }])
      expect(given(languageFit(), { languages: ["sv"] }, lead)).toStrictEqual([
        0,
        "is asked for no language",
      ]);
  });
});

describe("regionFit", () => {
  it.each([
    [["EMEA"], 1 / 3, "serves 1 of the 3 levels of the lead's region"],
    [["Emea-Nordics", "emea", "US"], 2 / 3, "serves 2 of the 3 levels of the lead's region"],
    [["EMEA/Nordics/SE"], 1, "serves 3 of the 3 levels of the lead's region"],
    [["EMEA/Nordics/SE/Lund"], 0, "does not serve the lead's region"],
    [[" "], 0, "does not serve the lead's region"],
    [undefined, 0, "serves everywhere"],
  ])("of a rep who serves %j is %d", (regions, points, says) => {
    const rep = regions === undefined ? {} : { regions };
    expect(given(regionFit(), rep, { region: "EMEA/Nordics/SE" })).toStrictEqual([points, says]);
  });

  it("is nothing where no region is asked for", () => {
    for (const lead of [{}, { region: " " }])
      expect(given(regionFit(), { regions: ["US"] }, lead)).toStrictEqual([0, "is asked for no region"]);
  });
});

describe("relationFit", () => {
  const attributes = { met: ["bob", "ann", 7], one: "ann", odd: { ann: 1 } };

  it.each([
    [relationFit(), { ownerId: "ann" }, 1],
    [relationFit(), { ownerId: "bob" }, 0],
    [relationFit(), {}, 0],
    [relationFit({ attribute: "met" }), { attributes }, 2 / 3],
    [relationFit({ attribute: "one" }), { attributes }, 1],
    [relationFit({ attribute: "odd" }), { attributes }, 0],
    [relationFit({ attribute: "toString" }), { attributes }, 0],
    [relationFit({ attribute: "met" }), { ownerId: "ann" }, 0],
  ])("%# gives what the lead says of the rep", (term, lead, points) => {
    expect(given(term, {}, lead)).toStrictEqual([
      points,
      points > 0 ? "knows the customer" : "does not know the customer",
    ]);
  });

  it("refuses an attribute that is no text", () => {
    expect(() => relationFit({ attribute: 7 as never })).toThrow(
      new RangeError("relationFit: attribute must be a text"),
    );
  });
});

describe("ownFit", () => {
  it("is asked with lead, rep, standing and moment", () => {
    const asked = ownFit("free", 1, ({ lead, rep, standing, nowMs }) =>
      lead.id === "l1" && rep.id === "ann" && standing.openLeads === 3 && nowMs === 7 ? 1 : 0,
    );
    expect(given(asked, { openLeads: 3 }, { receivedAtMs: 7 })).toStrictEqual([1, "fits by free"]);
  });

  it("says what it is told to", () => {
    const golf = ownFit("golf", 1, () => 0.5, { points: 4, says: ({ rep }) => `${rep.id} plays` });
    expect(given(golf, {}, {})).toStrictEqual([2, "ann plays"]);
  });

  it.each([
    ["more than 1", 1.5],
    ["less than 0", -0.1],
    ["NaN", Number.NaN],
    ["a promise", Promise.resolve(1)],
    ["a text", "1"],
    ["nothing", undefined],
  ])("is a problem with a name where it gives %s", (_, fit) => {
    expect(problemOf(matching(ownFit("golf", 1, () => fit as number)))).toBe(
      `strategy.selector.bestMatch: TypeError: the term "golf" gave ${String(fit)}, which is no number from 0 to 1`,
    );
  });

  it("is a problem with a name where it throws", () => {
    const failing = ownFit("golf", 1, () => {
      throw new Error("no handicap");
    });
    expect(problemOf(matching(failing))).toBe(
      'strategy.selector.bestMatch: TypeError: the term "golf" threw Error: no handicap',
    );
  });

  it("never gives -0", () => {
    const { candidates } = explained(matching(ownFit("a", 1, () => -0)), [{ id: "ann" }]);
    expect([candidates[0]?.merit?.score, candidates[0]?.merit?.parts?.[0]?.score]).toStrictEqual([0, 0]);
  });

  it("refuses what has no name, version, fit or words", () => {
    const needs = new RangeError("ownFit: needs a name, a version and a fit");
    expect(() => ownFit("", 1, () => 1)).toThrow(needs);
    expect(() => ownFit("a", Number.NaN, () => 1)).toThrow(needs);
    expect(() => ownFit("a", 1, undefined as never)).toThrow(needs);
    expect(() => ownFit("a", 1, () => 1, { says: "words" as never })).toThrow(
      "ownFit: says must be a function",
    );
  });
});

describe("the points of a term", () => {
  it("are 1 without options, whatever stands for none", () => {
    const none = null as never;
    expect([relationFit(none), ownFit("a", 1, () => 1, none)].map(({ points }) => points)).toStrictEqual([
      1, 1,
    ]);
  });

  it.each([
    ["skillFit", skillFit],
    ["languageFit", languageFit],
    ["regionFit", regionFit],
    ["experienceFit", experienceFit],
    ["relationFit", relationFit],
    ["ownFit", ({ points }: { readonly points: number }) => ownFit("a", 1, () => 1, { points })],
  ])("of %s are above 0, and at most 1,000,000", (name, term) => {
    for (const points of [0, -1, 1_000_001, Number.NaN, "1" as never])
      expect(() => term({ points })).toThrow(
        new RangeError(`${name}: points must be above 0, and at most 1,000,000`),
      );
    expect(term({ points: 1_000_000 }).points).toBe(1_000_000);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compose,
  type Delivery,
  emptyState,
  exclude,
  experience,
  expertise,
  explain,
  type Filter,
  firstOf,
  industry,
  type Lead,
  type LeadField,
  language,
  owner,
  pool,
  type Roster,
  race,
  region,
  role,
  rotation,
  type Selector,
  type Strategy,
  segment,
  source,
  team,
  unwrap,
  visibleLead,
  whyNot,
  whyNotText,
} from "../../src/index.js";
import { aLead } from "../../src/testing/arbitraries/aLead.js";
import { seenOf } from "./support/seen.js";

/** Every field with a mark of its own, in its keys too. */
const marked: Lead = {
  id: "l1",
  receivedAtMs: 77_001,
  region: "mark-region",
  languages: ["mark-languages"],
  timeZone: "Pacific/Chatham",
  needs: { "mark-needs": 77_002, "mark-need-shown": 77_003 },
  score: 0.77004,
  temperature: "warm",
  value: 77_005,
  complexity: 77_006,
  effort: 77_007,
  industry: "mark-industry",
  source: "mark-source",
  channel: "mark-channel",
  segment: "mark-segment",
  account: "mark-account",
  email: "mark@email.example",
  household: "mark-household",
  ownerId: "mark-owner",
  excludedRepIds: ["mark-excluded"],
  role: "mark-role",
  team: "mark-team",
  attributes: { "mark-key": { "mark-deep": ["mark-deeper"] }, __proto__: 1, "a.b": "mark-dotted" },
};

/** The marks of each field that may be shown. */
const MARKS: Readonly<Record<string, readonly string[]>> = {
  receivedAtMs: ["77001"],
  region: ["mark-region"],
  languages: ["mark-languages"],
  timeZone: ["Chatham"],
  needs: ["mark-needs", "77002", "mark-need-shown", "77003"],
  "needs.mark-need-shown": ["mark-need-shown", "77003"],
  score: ["77004"],
  temperature: ["warm"],
  value: ["77005"],
  complexity: ["77006"],
  effort: ["77007"],
  industry: ["mark-industry"],
  source: ["mark-source"],
  channel: ["mark-channel"],
  segment: ["mark-segment"],
  account: ["mark-account"],
  email: ["mark@email"],
  household: ["mark-household"],
  ownerId: ["mark-owner"],
  excludedRepIds: ["mark-excluded"],
  role: ["mark-role"],
  team: ["mark-team"],
  attributes: ["mark-key", "mark-deep", "mark-dotted"],
  "attributes.mark-key": ["mark-key", "mark-deep"],
  "attributes.a.b": ["mark-dotted"],
};

/** Says all that it knows of a lead, and leaves out who is no senior. */
const talkative: Filter = {
  name: "talkative",
  test: ({ lead, rep, nowMs }) =>
    rep.tier === 1
      ? { passes: true, rank: 0 }
      : {
          passes: false,
          reason: JSON.stringify(lead),
          has: lead as never,
          wants: lead as never,
          untilMs: nowMs + (lead.value ?? 0) + 1,
        },
};

/** The order of rotation, and merits that tell all. */
const telling: Selector = {
  ...rotation(),
  name: "telling",
  merits:
    ({ lead }) =>
    () => ({ score: lead.value ?? 0, share: 1, says: JSON.stringify(lead) }),
};

const roster: Roster = {
  reps: [
    { id: "ann", tier: 1 },
    { id: "bob", tier: 2, languages: ["en"], regions: ["US"], skills: { "mark-needs": 1 } },
    { id: "cyd", tier: 1, weight: 2 },
    { id: "dan", tier: 1, weight: 0 },
  ],
};

const strict = { whenUnknown: "exclude" } as const;

const readsAll: readonly Filter[] = [
  region(strict),
  language(strict),
  expertise(strict),
  industry(strict),
  source(strict),
  segment(strict),
  experience(),
  exclude(),
  role(),
  team(),
  owner({ whenAway: "exclude" }),
];

const strategiesFor = (shows: readonly LeadField[]): readonly Strategy[] => {
  const blind = { mode: "blind", shows } as const;
  const told = (delivery: Delivery, filters: readonly Filter[] = [talkative]) =>
    compose({ ledger: "desk", filters, selector: telling, delivery });
  const nobody = compose({ ledger: "other", filters: readsAll, selector: telling });
  const groups = [{ filters: readsAll }, { filters: [talkative] }];
  return [
    told(race({ openMs: 5, ...blind, segments: { all: [] }, lookAgainUntil: "assigned" })),
    told(race({ openMs: 5, ...blind, groups }), []),
    told(pool(blind)),
    told(pool({ ...blind, pushAfterMs: 9 }), readsAll),
    firstOf([
      { name: "first", strategy: nobody },
      {
        name: "second",
        strategy: firstOf([
          { name: "in it", strategy: nobody },
          { name: "then", strategy: told(pool(blind)) },
        ]),
      },
    ]),
  ];
};

const fields = Object.keys(MARKS) as LeadField[];
const marks = Object.values(MARKS).flat();

describe("a lead in a blind pool", () => {
  it("shows no mark of a field that it is not to show, in whatever anybody is told", () => {
    fc.assert(
      fc.property(fc.subarray(fields), fc.nat({ max: 4 }), (shows, which) => {
        const strategy = strategiesFor(shows)[which] as Strategy;
        const seen = seenOf(strategy, marked, roster, emptyState({ seed: "s" }), 3);
        expect(seen.startsWith('["pooled"')).toBe(true);
        const shown = shows.flatMap((field) => MARKS[field] ?? []);
        const wrong = marks.filter((mark) => seen.includes(mark) !== shown.includes(mark));
        expect(wrong).toStrictEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("is told by the same bytes as another that differs in what is hidden alone", () => {
    const pair = fc.tuple(aLead("l1", ["ann", "bob"]), aLead("l1", ["ann", "bob"]));
    fc.assert(
      fc.property(pair, fc.nat({ max: 2 }), ([one, other], which) => {
        const strategy = strategiesFor(["region"])[which === 1 ? 0 : which] as Strategy;
        const sameShown = (lead: Lead): Lead => ({ ...lead, region: "SE" });
        const [a, b] = [one, other].map((lead) =>
          seenOf(strategy, sameShown(lead), roster, emptyState({ seed: "s" }), 3),
        );
        expect(a).toBe(b);
      }),
      { numRuns: 60 },
    );
  });

  it("is told of by the stage alone where somebody is left out", () => {
    const strategy = strategiesFor([])[2] as Strategy;
    const state = emptyState({ seed: "s" });
    const explanation = unwrap(explain(strategy, marked, roster, state));
    expect(explanation.leftOut).toStrictEqual([
      { repId: "bob", by: "talkative", reason: "the lead is hidden until somebody claims it" },
      { repId: "dan", by: "telling", reason: "the lead is hidden until somebody claims it" },
    ]);
    expect(explanation.isHidden).toBe(true);
    const why = unwrap(whyNot(strategy, "bob", marked, roster, state));
    expect(whyNotText(why)).toBe(
      "bob does not get lead l1: is left out by talkative: the lead is hidden until somebody claims it.",
    );
  });

  it("tells nobody what would have been enough", () => {
    const delivery = race({ openMs: 5, mode: "blind" });
    const strategy = compose({ ledger: "desk", filters: [expertise()], selector: rotation(), delivery });
    const why = unwrap(
      whyNot(
        strategy,
        "bob",
        { ...marked, needs: { "mark-needs": 2 } },
        { reps: [...roster.reps.slice(0, 2), { id: "eve", skills: { "mark-needs": 9 } }] },
        emptyState({ seed: "s" }),
      ),
    );
    expect([why.won, why.changes]).toStrictEqual([false, []]);
    expect(whyNotText(why)).not.toContain("mark");
    expect(whyNotText(why)).not.toContain("No change");
  });

  it("is told of like any other once it is claimed", () => {
    const strategy = strategiesFor([])[2] as Strategy;
    const { decision, state } = unwrap(strategy(marked, roster, emptyState({ seed: "s" })));
    const claim = { id: "e1", atMs: 77_002, type: "claimed", repId: "ann" } as const;
    const taken = unwrap(strategy.respond(marked, decision, claim, roster, state, { explain: true }));
    expect(taken.explanation?.isHidden).toBeUndefined();
    expect(taken.explanation?.candidates[0]?.merit?.says).toContain("mark@email");
    expect(visibleLead(marked, taken.decision)).toBe(marked);
  });
});

describe("what is seen of a blind lead", () => {
  const { decision } = unwrap(
    (
      strategiesFor([
        "attributes.mark-key",
        "attributes.none",
        "needs.toString",
        "none.such" as never,
      ])[2] as Strategy
    )(marked, roster, emptyState({ seed: "s" })),
  );

  it("is a copy, and no name of the language's own is taken for a field", () => {
    const seen = visibleLead(marked, decision);
    expect(seen).toStrictEqual({ id: "l1", attributes: { "mark-key": { "mark-deep": ["mark-deeper"] } } });
    expect(seen.attributes?.["mark-key"]).not.toBe(marked.attributes?.["mark-key"]);
  });

  it("has an entry called __proto__ as a field of its own", () => {
    const attributes = JSON.parse('{"__proto__": {"isAdmin": true}, "b": 1}');
    const shows = ["attributes.__proto__"] as const;
    const seen = visibleLead({ ...marked, attributes }, { ...decision, shows } as typeof decision);
    expect(JSON.stringify(seen)).toBe('{"id":"l1","attributes":{"__proto__":{"isAdmin":true}}}');
    expect(Object.getPrototypeOf(seen.attributes)).toBe(Object.prototype);
  });
});

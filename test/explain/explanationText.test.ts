import { describe, expect, it } from "vitest";
import {
  type Decision,
  type Explanation,
  explain,
  explanationText,
  firstOf,
  unwrap,
} from "../../src/index.js";
import { experts, lead, roster, speakers, state } from "./support/desks.js";

const strategy = firstOf([experts, speakers]);
const explanation = unwrap(explain(strategy, lead, roster, state));

const withStatus = (status: Decision["status"], given: readonly string[]): Explanation => ({
  ...unwrap(explain(speakers.strategy, lead, { reps: [] }, state)),
  status,
  given,
});

describe("explanationText", () => {
  it("reads as a person would tell it, alternatives in their order", () => {
    expect(explanationText(explanation).split("\n")).toStrictEqual([
      "Lead l1 finds nobody in experts.",
      "ann is left out by expertise: has no crm; the lead needs crm 3.",
      "bob is left out by expertise: has no crm; the lead needs crm 3.",
      "cyd is left out by expertise: has no crm; the lead needs crm 3.",
      "",
      "Lead l1 goes to ann (speakers).",
      "1. ann is owed 0.50 leads: 0.50 of this one, 0.00 from before.",
      "2. cyd is owed 0.50 leads: 0.50 of this one, 0.00 from before.",
      "ann and cyd stand level: the tie goes to ann.",
      "bob is left out by language: speaks en, de; the lead asks for sv.",
    ]);
  });

  it("calls people by their names", () => {
    const names = new Map([["ann", "Ann Ek"]]);
    const text = explanationText(explanation, { nameOf: (id) => names.get(id) ?? "somebody" });
    expect(text).toContain("goes to Ann Ek");
    expect(text).not.toMatch(/\bann\b/);
  });

  it("tells of as many as asked for, and how many more there are", () => {
    const text = explanationText(explanation, { most: 1 });
    expect(text.match(/\.\.\. and (\d) more\./g)).toStrictEqual(["... and 2 more.", "... and 1 more."]);
    expect(() => explanationText(explanation, { most: -1 })).toThrow(RangeError);
  });

  it.each([
    ["offered", ["ann", "bob", "cyd"], "is offered to ann, bob and cyd"],
    ["pooled", ["ann", "bob"], "may be claimed by ann and bob"],
    ["parked", [], "is put aside: there is nobody on the roster"],
    ["closed", [], "is closed"],
  ] as const)("says where a lead is that is %s", (status, given, expected) => {
    expect(explanationText(withStatus(status, given))).toBe(`Lead l1 ${expected}.`);
  });

  it.each([
    ["nobody-accepted", "nobody accepted it"],
    ["nobody-found", "nobody may have it"],
    ["nobody-at-work", "nobody who may have it is at work"],
    ["limits-reached", "nobody who may have it has room"],
    ["outside-hours", "it came outside the hours"],
    ["owner-away", "its owner is away"],
    ["moon-too-low", "moon-too-low"],
  ])("says in words why a lead is put aside: %s", (reason, expected) => {
    const text = explanationText({ ...withStatus("parked", []), reason });
    expect(text).toBe(`Lead l1 is put aside: ${expected}.`);
  });

  it("says until when a lead is put aside, as long as dates have four digits for the year", () => {
    const text = (wakeAtMs: number) =>
      explanationText({ ...withStatus("parked", []), reason: "owner-away", wakeAtMs });
    expect(text(Date.UTC(2026, 0, 5, 8))).toBe(
      "Lead l1 is put aside until 2026-01-05 08:00 UTC: its owner is away.",
    );
    expect(text(1e18)).toBe("Lead l1 is put aside: its owner is away.");
  });

  it("says who has the tie only where it decided", () => {
    const tied = unwrap(explain(speakers.strategy, lead, roster, state));
    const level = (given: readonly string[]): string => explanationText({ ...tied, given });
    expect(level(["ann"])).toContain("ann and cyd stand level: the tie goes to ann.");
    expect(level(["cyd"])).toContain("ann and cyd stand level.");
    expect(level(["ann", "cyd"])).toContain("ann and cyd stand level.");
  });

  it("says of who has the lead all the same that it would be left out by now", () => {
    const late = { ...unwrap(explain(speakers.strategy, lead, roster, state)), given: ["bob"] };
    expect(explanationText(late)).toContain(
      "bob has it, and would by now be left out by language: speaks en, de",
    );
  });

  it("tells the parts of a score, short whatever they are called", () => {
    const part = { name: "a".repeat(999), score: 1.005, says: "b".repeat(999) };
    const merit = {
      score: 2,
      share: 1,
      says: "scores 2",
      parts: [{ name: "crm", score: 0.125, says: "has it" }, part],
    };
    const { candidates, ...rest } = explanation;
    const ranked = [...candidates, ...candidates, ...candidates].map((rep) => ({ ...rep, merit }));
    const [line = ""] = explanationText({ ...rest, candidates: ranked })
      .split("\n")
      .filter((each) => each.includes("1. "));
    expect(line).toMatch(/ scores 2 \(crm 0\.13: has it; a{200}… 1: b{200}…\)\.$/);
  });

  it("stays short whatever the roster and the names are", () => {
    const many = { reps: Array.from({ length: 10_000 }, (_, i) => ({ id: `${"x".repeat(500)}${i}` })) };
    const text = explanationText(
      unwrap(explain(speakers.strategy, { ...lead, id: "y".repeat(1e6) }, many, state)),
    );
    expect(text.length).toBeLessThan(20_000);
    expect(text).toContain("and 9980 more stand level");
    expect(
      explanationText(unwrap(explain(speakers.strategy, lead, many, state)), { most: 0 }).length,
    ).toBeLessThan(2_000);
  });

  it("puts names into quotes that would not stand out", () => {
    const odd = { reps: [{ id: "" }, { id: "a, b" }, { id: "a\nb" }] };
    expect(explanationText(unwrap(explain(speakers.strategy, lead, odd, state)))).toContain(
      '"", "a\\nb" and "a, b" stand level',
    );
  });
});

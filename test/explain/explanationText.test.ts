import { describe, expect, it } from "vitest";
import {
  compose,
  type Decision,
  type Explanation,
  emptyState,
  expertise,
  explain,
  explanationFor,
  explanationText,
  firstOf,
  language,
  rotation,
  unwrap,
} from "../../src/index.js";

const state = emptyState({ seed: "s" });
const experts = compose({ ledger: "experts", filters: [expertise()], selector: rotation() });
const speakers = compose({ ledger: "speakers", filters: [language()], selector: rotation() });
const strategy = firstOf([
  { name: "experts", strategy: experts },
  { name: "speakers", strategy: speakers },
]);
const lead = { id: "l1", receivedAtMs: 0, languages: ["sv"], needs: { crm: 3 } };
const roster = {
  reps: [{ id: "ann", languages: ["sv"] }, { id: "bob", languages: ["en", "de"] }, { id: "cyd" }],
};
const explanation = unwrap(explain(strategy, lead, roster, state));

const withStatus = (status: Decision["status"], given: readonly string[]): Explanation => ({
  ...unwrap(explain(speakers, lead, { reps: [] }, state)),
  status,
  given,
});

describe("explanationText", () => {
  it("reads as a person would tell it, alternatives in their order", () => {
    expect(explanationText(explanation).split("\n")).toStrictEqual([
      "Lead l1 goes to nobody (experts).",
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
    ["parked", [], "is put aside"],
    ["closed", [], "is closed"],
  ] as const)("says where a lead is that is %s", (status, given, expected) => {
    expect(explanationText(withStatus(status, given))).toBe(`Lead l1 ${expected}.`);
  });
});

describe("explanationFor", () => {
  const line = (repId: string): string => explanationFor(explanation, repId);

  it("says what stood in the way of one rep", () => {
    expect(line("bob")).toBe("bob is left out of lead l1 by language: speaks en, de; the lead asks for sv.");
  });

  it("says how far behind a candidate came, and the first beside it", () => {
    expect(line("cyd")).toBe(
      "cyd does not get lead l1: place 2 of 2, is owed 0.50 leads: 0.50 of this one, 0.00 from before. " +
        "First is ann: is owed 0.50 leads: 0.50 of this one, 0.00 from before.",
    );
  });

  it("says why the winner won", () => {
    expect(line("ann")).toBe(
      "ann gets lead l1: place 1 of 2, is owed 0.50 leads: 0.50 of this one, 0.00 from before.",
    );
    expect(explanationFor({ ...explanation, status: "offered" }, "ann")).toContain("is asked about lead l1");
  });

  it("says who was not there", () => {
    expect(line("dan")).toBe("dan was not on the roster when lead l1 was dealt.");
  });
});

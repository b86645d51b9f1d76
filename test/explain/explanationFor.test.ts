import { describe, expect, it } from "vitest";
import { explain, explanationFor, firstOf, unwrap } from "../../src/index.js";
import { experts, lead, roster, speakers, state } from "./support/desks.js";

const explanation = unwrap(explain(speakers.strategy, lead, roster, state));

const line = (repId: string): string => explanationFor(explanation, repId);

describe("explanationFor", () => {
  it("says what stood in the way of one rep", () => {
    expect(line("bob")).toBe(
      "bob does not get lead l1: is left out by language: speaks en, de; the lead asks for sv.",
    );
  });

  it("says by what a candidate came behind: a tie, or somebody who is owed more", () => {
    expect(line("cyd")).toBe(
      "cyd does not get lead l1: place 2 of 2, is owed 0.50 leads: 0.50 of this one, 0.00 from before. " +
        "It stands level with ann, who comes first.",
    );
    const { state: after } = unwrap(speakers.strategy(lead, roster, state));
    const next = unwrap(explain(speakers.strategy, { ...lead, id: "l2" }, roster, after));
    expect(explanationFor(next, "ann")).toMatch(
      / First is cyd, who is owed 1\.00 leads: 0\.50 of this one, 0\.50 from before\.$/,
    );
  });

  it("says why the winner won", () => {
    expect(line("ann")).toBe(
      "ann gets lead l1: place 1 of 2, is owed 0.50 leads: 0.50 of this one, 0.00 from before.",
    );
    expect(explanationFor({ ...explanation, status: "offered" }, "ann")).toContain("is asked about lead l1");
  });

  it("says who has the lead where the first in the order does not", () => {
    expect(explanationFor({ ...explanation, given: ["cyd"] }, "ann")).toMatch(
      /from before\. The lead goes to cyd\.$/,
    );
  });

  it("does not call somebody left out who has the lead", () => {
    expect(explanationFor({ ...explanation, given: ["bob"] }, "bob")).toBe(
      "bob gets lead l1: has it, and would by now be left out by language: speaks en, de; the lead asks for sv.",
    );
  });

  it("tells of every alternative that was asked", () => {
    const strategy = firstOf([experts, speakers]);
    expect(explanationFor(unwrap(explain(strategy, lead, roster, state)), "bob").split("\n")).toStrictEqual([
      "bob does not get lead l1.",
      "In experts: is left out by expertise: has no crm; the lead needs crm 3.",
      "In speakers: is left out by language: speaks en, de; the lead asks for sv.",
    ]);
  });

  it("says who was not there", () => {
    expect(line("dan")).toBe("dan does not get lead l1: is not on the roster.");
  });
});

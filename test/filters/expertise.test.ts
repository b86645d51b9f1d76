import { describe, expect, it } from "vitest";
import { expertise } from "../../src/index.js";
import { ask, passes } from "../support/ask.js";

describe("expertise", () => {
  it("asks for every skill at its least level", () => {
    const needs = { crm: 2, sql: 1 };
    expect(passes(expertise(), { needs }, { skills: { crm: 2, sql: 1 } })).toBe(true);
    expect(passes(expertise(), { needs }, { skills: { crm: 5, sql: 0.5 } })).toBe(false);
    expect(passes(expertise(), { needs }, { skills: { crm: 5 } })).toBe(false);
  });

  it("takes a skill that is not listed for level 0, so a need of 0 asks for nothing", () => {
    expect(passes(expertise(), { needs: { crm: 0 } }, {})).toBe(true);
    expect(passes(expertise(), { needs: { crm: 0.1 } }, {})).toBe(false);
  });

  it("does not take what every object has for a skill", () => {
    for (const skill of ["constructor", "toString", "hasOwnProperty"]) {
      expect(passes(expertise(), { needs: { [skill]: 1 } }, { skills: {} })).toBe(false);
    }
    const skills = JSON.parse('{ "__proto__": 3 }');
    expect(passes(expertise(), { needs: JSON.parse('{ "__proto__": 2 }') }, { skills })).toBe(true);
    expect(passes(expertise(), { needs: JSON.parse('{ "__proto__": 2 }') }, { skills: {} })).toBe(false);
  });

  it("does as asked when the lead needs nothing", () => {
    for (const lead of [{}, { needs: {} }]) {
      expect(passes(expertise(), lead, {})).toBe(true);
      expect(passes(expertise({ whenUnknown: "exclude" }), lead, { skills: { crm: 5 } })).toBe(false);
    }
  });

  it("says which skills were too low, and by how much", () => {
    expect(ask(expertise(), { needs: { crm: 3 } }, { skills: { crm: 2 } })).toStrictEqual({
      passes: false,
      reason: "has crm 2; the lead needs crm 3",
      has: { crm: 2 },
      wants: { crm: 3 },
    });
    const needs = { crm: 3, sql: 1, negotiation: 2 };
    expect(ask(expertise(), { needs }, { skills: { crm: 2, negotiation: 2 } })).toMatchObject({
      reason: "has crm 2, no sql; the lead needs crm 3, sql 1",
      has: { crm: 2, sql: 0 },
      wants: { crm: 3, sql: 1 },
    });
  });

  it("names the first eight of many", () => {
    const needs = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`s${i}`, 1]));
    expect(ask(expertise(), { needs }, {}).reason).toBe(
      "has no s0, no s1, no s2, no s3, no s4, no s5, no s6, no s7 and 12 more; " +
        "the lead needs s0 1, s1 1, s2 1, s3 1, s4 1, s5 1, s6 1, s7 1 and 12 more",
    );
  });

  it("says why when the lead needs nothing and that excludes", () => {
    expect(ask(expertise({ whenUnknown: "exclude" }), {}, {}).reason).toBe(
      "may not have a lead without needs",
    );
  });
});

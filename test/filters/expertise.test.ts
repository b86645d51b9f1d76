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

  it("says which skill was too low, and by how much", () => {
    expect(ask(expertise(), { needs: { crm: 3 } }, { skills: { crm: 2 } })).toStrictEqual({
      passes: false,
      reason: "skill crm too low",
      has: 2,
      wants: 3,
    });
  });
});

import { expect, it } from "vitest";
import type { Filter, Lead, Rep, WhenUnknown } from "../../src/index.js";
import { ask, passes } from "./ask.js";

/** A filter that compares one value of the lead with a list of the rep. */
interface Comparing {
  readonly filter: (options?: WhenUnknown) => Filter;
  readonly lead: (value: string) => Partial<Lead>;
  readonly rep: (values: readonly string[]) => Partial<Rep>;
  /** Whether a rep without the field passes. */
  readonly absentPasses: boolean;
}

/** What the six filters that compare a value have in common. */
export const itComparesValues = ({ filter, lead, rep, absentPasses }: Comparing): void => {
  it("compares letter by letter", () => {
    expect(passes(filter(), lead("a"), rep(["a"]))).toBe(true);
    for (const other of ["A", " a", "a ", "ab", ""])
      expect(passes(filter(), lead("a"), rep([other]))).toBe(false);
  });

  it("does not take what every object has for a value", () => {
    for (const value of ["__proto__", "constructor", "toString"]) {
      expect(passes(filter(), lead(value), rep(["a"]))).toBe(false);
      expect(passes(filter(), lead(value), rep([value]))).toBe(true);
    }
  });

  it(`lets a rep of whom nothing is known ${absentPasses ? "pass" : "not pass"}`, () => {
    expect(passes(filter(), lead("a"), {})).toBe(absentPasses);
  });

  it("does as asked when the lead says nothing, or a blank", () => {
    for (const unsaid of [{}, lead(""), lead(" \t")]) {
      expect(passes(filter(), unsaid, rep([]))).toBe(true);
      expect(passes(filter({ whenUnknown: "exclude" }), unsaid, rep([" \t"]))).toBe(false);
    }
    const name = filter().name;
    expect(ask(filter({ whenUnknown: "exclude" }), {}, {}).reason).toBe(
      `may not have a lead without ${name === "industry" ? "an" : "a"} ${name}`,
    );
  });

  it("refuses any other word for the unknown", () => {
    expect(() => filter({ whenUnknown: "maybe" as "pass" })).toThrow(RangeError);
  });
};

import { describe, expect, it } from "vitest";
import { compose, emptyState, holderOf, type Roster, unwrap, weighted } from "../../src/index.js";
import { prepareRoster } from "../../src/roster/prepareRoster.js";

const prepared = (roster: Roster) => {
  const result = prepareRoster(roster);
  if (result._tag === "Left") throw new Error(JSON.stringify(result.left));
  return result.right;
};

const weightsOf = (...weights: readonly number[]): readonly number[] =>
  prepared({ reps: weights.map((weight, i) => ({ id: `rep ${i}`, weight })) }).reps.map(
    ({ weight }) => weight,
  );

const pathsOf = (roster: unknown): readonly string[] => {
  const result = prepareRoster(roster as Roster);
  return result._tag === "Left" ? result.left.map(({ path }) => path.join(".")) : [];
};

describe("prepareRoster", () => {
  it("sorts by code units, not by letters or code points", () => {
    const ids = ["\u{1f600}", "\uffff", "b", "B", "a", "", "é", "e\u0301"];
    expect(prepared({ reps: ids.map((id) => ({ id })) }).ids).toStrictEqual([
      "",
      "B",
      "a",
      "b",
      "e\u0301",
      "é",
      "\u{1f600}",
      "\uffff",
    ]);
  });

  it("divides weights by what they have in common, so that equal weights count 1 each", () => {
    expect(weightsOf(50, 50, 100)).toStrictEqual([1, 1, 2]);
    expect(weightsOf(0.001, 0.002)).toStrictEqual([1, 2]);
    expect(weightsOf(1.5, 0, 2.25)).toStrictEqual([2, 0, 3]);
    expect(weightsOf(0, 0)).toStrictEqual([0, 0]);
    expect(weightsOf()).toStrictEqual([]);
  });

  it("is done once for one roster object", () => {
    const roster = { reps: [{ id: "ann" }] };
    expect(prepareRoster(roster)).toBe(prepareRoster(roster));
    expect(prepareRoster({ ...roster })).not.toBe(prepareRoster(roster));
  });

  it("takes thousandths as people write them, and refuses finer ones", () => {
    for (const weight of [1.1, 0.29, 4.35, 1.005, 9999.999])
      expect(pathsOf({ reps: [{ id: "a", weight }] })).toStrictEqual([]);
    for (const weight of [0.0001, 1.0005, 1 / 3]) {
      expect(pathsOf({ reps: [{ id: "a", weight }] })).toStrictEqual(["roster.reps.0.weight"]);
    }
  });

  it("names every fault of every rep at once", () => {
    const reps = [
      { id: "a", weight: -1, capacity: "3" },
      { id: "b", timeOff: [{ fromMs: 0, toMs: Number.NaN }], skills: { crm: -1 }, languages: [1] },
      { id: "a" },
      "ann",
    ];
    expect(pathsOf({ reps })).toStrictEqual([
      "roster.reps.0.weight",
      "roster.reps.0.capacity",
      "roster.reps.1.languages.0",
      "roster.reps.1.skills.crm",
      "roster.reps.1.timeOff.0.toMs",
      "roster.reps.3",
      "roster.reps.2.id",
    ]);
  });

  it("refuses weights that add up to more than a lead can be split into", () => {
    const reps = Array.from({ length: 8_100 }, (_, i) => ({
      id: `rep ${i}`,
      weight: i === 0 ? 0.001 : 10_000,
    }));
    expect(pathsOf({ reps })).toStrictEqual(["roster.reps"]);
    expect(pathsOf({ reps: reps.slice(0, 8_000) })).toStrictEqual([]);
  });

  it("answers for a roster that is frozen, or that is no roster", () => {
    const roster = Object.freeze({ reps: Object.freeze([Object.freeze({ id: "ann" })]) });
    const strategy = compose({ ledger: "desk", filters: [], selector: weighted() });
    expect(
      holderOf(unwrap(strategy({ id: "l", receivedAtMs: 0 }, roster, emptyState({ seed: "s" }))).decision),
    ).toBe("ann");
    for (const wrong of [undefined, null, 3, "reps", [], {}, { reps: {} }])
      expect(pathsOf(wrong)).toHaveLength(1);
  });
});

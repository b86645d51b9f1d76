import { describe, expect, it } from "vitest";
import { cascade, compose, emptyState, type Filter, rotation, unwrap } from "../../src/index.js";

/** Lets everybody through, and counts how often it is given a roster. */
const counting = () => {
  let prepared = 0;
  const filter: Filter = {
    name: "counting",
    test: () => ({ passes: true, rank: 0 }),
    index: () => {
      prepared += 1;
      return () => undefined;
    },
  };
  return { filter, prepared: () => prepared };
};

const state = emptyState({ seed: "2026" });

const twoReps = () => ({ reps: [{ id: "ann" }, { id: "bob" }] });

const lead = (id: string) => ({ id, receivedAtMs: 0 });

describe("a filter's index", () => {
  it("is prepared once for each roster, however many leads there are", () => {
    const { filter, prepared } = counting();
    const desk = compose({ ledger: "desk", filters: [filter], selector: rotation() });
    const roster = twoReps();
    for (const id of ["l1", "l2", "l3"]) unwrap(desk(lead(id), roster, state));
    expect(prepared()).toBe(1);
    unwrap(desk(lead("l4"), twoReps(), state));
    expect(prepared()).toBe(2);
  });

  it("is prepared once for each ring, too", () => {
    const { filter, prepared } = counting();
    const delivery = cascade({ answerMs: 60_000, rings: [{ filters: [filter] }] });
    const desk = compose({ ledger: "desk", filters: [], selector: rotation(), delivery });
    const roster = twoReps();
    for (const id of ["l1", "l2", "l3"]) unwrap(desk(lead(id), roster, state));
    expect(prepared()).toBe(1);
  });
});

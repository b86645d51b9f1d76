import { describe, expect, it } from "vitest";
import {
  compose,
  emptyState,
  type Roster,
  rotation,
  type State,
  unwrap,
  weighted,
  where,
} from "../../src/index.js";

const rosterOf = (size: number): Roster => ({
  reps: Array.from({ length: size }, (_, i) => ({ id: `rep ${i}` })),
});

/** How often one decision reads a property of a rep, an id list or a column: a count, so the same on every machine. */
const readsOf = (size: number): number => {
  let reads = 0;
  const counted = <A extends object>(target: A): A =>
    new Proxy(target, {
      get: (from, key, receiver) => {
        reads += 1;
        return Reflect.get(from, key, receiver);
      },
    });
  const strategy = compose({ ledger: "desk", filters: [], selector: weighted() });
  const roster = { reps: counted(rosterOf(size).reps.map((rep) => counted({ ...rep }))) };
  let state: State = emptyState({ seed: "s" });
  for (let n = 0; n < 3; n += 1) {
    const { state: next } = unwrap(strategy({ id: `lead ${n}`, receivedAtMs: n }, roster, state));
    state = { ...next, ids: counted([...next.ids]), openLeads: counted([...next.openLeads]) };
  }
  return reads;
};

describe("one decision", () => {
  it("reads in proportion to the roster, not to its square", () => {
    const [small, large] = [readsOf(200), readsOf(2_000)];
    expect(large).toBeGreaterThan(small);
    expect(large).toBeLessThan(10 * 1.6 * small);
  });

  it("asks each filter once about each rep", () => {
    let asked = 0;
    const counting = where("counting", 1, () => {
      asked += 1;
      return true;
    });
    const strategy = compose({ ledger: "desk", filters: [counting, counting], selector: rotation() });
    unwrap(strategy({ id: "lead", receivedAtMs: 0 }, rosterOf(1_000), emptyState({ seed: "s" })));
    expect(asked).toBe(2 * 1_000);
  });
});

describe("100,000 reps", () => {
  it("pass through, and the state grows by them and not by the leads", () => {
    const strategy = compose({ ledger: "desk", filters: [], selector: weighted() });
    const roster = rosterOf(100_000);
    let state: State = emptyState({ seed: "s" });
    const sizes: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      state = unwrap(strategy({ id: `lead ${n}`, receivedAtMs: n }, roster, state)).state;
      sizes.push(JSON.stringify(state).length);
    }
    expect(state.ids).toHaveLength(100_000);
    expect(state.openLeads.reduce((sum, leads) => sum + leads, 0)).toBe(6);
    const [first = 0, last = 0] = [sizes[0], sizes.at(-1)];
    expect(last).toBeLessThan(1.1 * first);
    expect(last / 100_000).toBeLessThan(50);
  });
});

describe("100,000 leads over 1,000 reps", () => {
  it("pass through, each rep with 100 of them", () => {
    const strategy = compose({ ledger: "desk", filters: [], selector: rotation() });
    const roster = rosterOf(1_000);
    let state: State = emptyState({ seed: "s" });
    for (let n = 0; n < 100_000; n += 1) {
      state = unwrap(strategy({ id: `lead ${n}`, receivedAtMs: n }, roster, state)).state;
    }
    expect(state.openLeads.every((leads) => leads === 100)).toBe(true);
    expect(JSON.stringify(state).length).toBeLessThan(50 * 1_000);
  }, 300_000);
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compose, emptyState, rotation, type Strategy, split, unwrap } from "../../src/index.js";
import { anId, aScenario, play } from "../../src/testing/index.js";
import { experiment } from "../support/combined.js";

const desk = (ledger: string): Strategy => compose({ ledger, filters: [], selector: rotation() });

const LEADS = 10_000;

const shares = (name: string, ...parts: readonly number[]): Strategy =>
  split({ name, arms: parts.map((share, i) => ({ name: `${i}`, share, strategy: desk(`${i}`) })) });

const roster = { reps: [{ id: "ann" }] };

const armOf = (strategy: Strategy, id: string): string | undefined =>
  unwrap(strategy({ id, receivedAtMs: 0 }, roster, emptyState({ seed: "s" }))).decision.path[0];

const arms = (
  strategy: Strategy,
  idOf: (i: number) => string = (i) => `lead-${i}`,
): readonly (string | undefined)[] => Array.from({ length: LEADS }, (_, i) => armOf(strategy, idOf(i)));

const count = (all: readonly (string | undefined)[], arm: string): number =>
  all.filter((each) => each === arm).length;

/** Five standard deviations of a fair draw: the ids are fixed, so this passes always or never. */
const tolerance = (share: number): number => 5 * Math.sqrt(LEADS * share * (1 - share));

describe("split", () => {
  it("gives each arm its share of the leads", () => {
    const all = arms(shares("spring", 0.5, 0.3, 0.2));
    for (const [arm, share] of [
      ["0", 0.5],
      ["1", 0.3],
      ["2", 0.2],
    ] as const)
      expect(Math.abs(count(all, arm) - share * LEADS)).toBeLessThan(tolerance(share));
  });

  it.each([
    ["numbers", (i: number) => `${i}`],
    ["numbers from a counter of a database", (i: number) => `00Q${String(i).padStart(12, "0")}`],
    ["one letter more each", (i: number) => "x".repeat(i % 500) + Math.floor(i / 500)],
    ["addresses", (i: number) => `person${i}@example.com`],
  ])("splits in halves ids that are %s", (_, idOf) => {
    expect(Math.abs(count(arms(shares("spring", 1, 1), idOf), "0") - LEADS / 2)).toBeLessThan(tolerance(0.5));
  });

  it("splits independently under another name", () => {
    const spring = arms(shares("spring", 1, 1));
    const autumn = arms(shares("autumn", 1, 1));
    const both = spring.filter((arm, i) => arm === "0" && autumn[i] === "0").length;
    expect(Math.abs(both - LEADS / 4)).toBeLessThan(tolerance(0.25));
  });

  it("moves no more leads than the share that moves from one of two arms to the other", () => {
    const before = arms(shares("spring", 0.1, 0.9));
    const after = arms(shares("spring", 0.2, 0.8));
    const moved = before.filter((arm, i) => arm !== after[i]);
    expect(moved.every((arm) => arm === "1")).toBe(true);
    expect(Math.abs(moved.length - 0.1 * LEADS)).toBeLessThan(tolerance(0.1));
  });

  it("sends a lead to the same arm whatever roster, state and moment are", () => {
    fc.assert(
      fc.property(aScenario(), (scenario) => {
        for (const { lead, result } of play(experiment, scenario))
          expect(unwrap(result).decision.path[0]).toBe(
            unwrap(experiment(lead, roster, emptyState({ seed: "other" }), { nowMs: 99 })).decision.path[0],
          );
      }),
    );
  });

  it("gives nothing to an arm of share 0, and everything to the only other", () => {
    fc.assert(
      fc.property(anId(), (id) => {
        expect(armOf(shares("spring", 0, 0.001, 0), id)).toBe("1");
      }),
    );
  });

  it("decides as the arm's strategy would alone", () => {
    const even = desk("even");
    const strategy = split({ name: "spring", arms: [{ name: "even", share: 1, strategy: even }] });
    const lead = { id: "l1", receivedAtMs: 0 };
    const state = emptyState({ seed: "s" });
    const { decision, ...outcome } = unwrap(strategy(lead, roster, state));
    const alone = unwrap(even(lead, roster, state));
    expect({ ...outcome, decision: { ...decision, path: [], strategy: even.fingerprint } }).toStrictEqual(
      alone,
    );
  });

  it("names the faults of what is no lead", () => {
    const strategy = shares("spring", 1, 1);
    for (const lead of [undefined, null, { id: Symbol("id") }, { receivedAtMs: 0 }])
      expect(strategy(lead as never, roster, emptyState({ seed: "s" }))).toMatchObject({ _tag: "Left" });
  });

  it("refuses experiments that cannot be split", () => {
    const arm = { name: "a", share: 1, strategy: desk("a") };
    const make =
      (name: unknown, ...given: readonly unknown[]) =>
      () =>
        split({ name, arms: given } as never);
    expect(make("", arm)).toThrow(RangeError);
    expect(make(7, arm)).toThrow(RangeError);
    expect(make("a\0b", arm)).toThrow(RangeError);
    expect(make("spring")).toThrow(RangeError);
    expect(make("spring", null)).toThrow(RangeError);
    expect(make("spring", { ...arm, share: -1 })).toThrow(RangeError);
    expect(make("spring", { ...arm, share: Number.NaN })).toThrow(RangeError);
    expect(make("spring", { ...arm, share: 0 })).toThrow(RangeError);
    expect(make("spring", arm, arm)).toThrow('two alternatives are called "a"');
    expect(() => split({ name: "spring", arms: "a" } as never)).toThrow(RangeError);
  });

  it("has a fingerprint of its name and shares", () => {
    const prints = [shares("a", 1, 1), shares("b", 1, 1), shares("a", 1, 2)].map(
      ({ fingerprint }) => fingerprint,
    );
    expect(new Set(prints).size).toBe(3);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Roster, rampUp } from "../../src/index.js";
import { prepareRoster } from "../../src/roster/prepareRoster.js";
import { aRoster } from "../../src/testing/index.js";

const WEEK_MS = 7 * 86_400_000;

const weightsAt = (roster: Roster, nowMs: number, steps: readonly number[]) =>
  rampUp(roster, nowMs, steps).reps.map(({ weight }) => weight);

describe("rampUp", () => {
  it("gives newcomers part of their weight, week by week, and leaves all others be", () => {
    const roster: Roster = {
      reps: [
        { id: "ann", weight: 3, joinedAtMs: WEEK_MS },
        { id: "bob", joinedAtMs: 2 * WEEK_MS },
        { id: "cyd", weight: 5 },
      ],
    };
    const steps = [0.5, 0.75];
    expect(weightsAt(roster, 0, steps)).toStrictEqual([1.5, 0.5, 5]);
    expect(weightsAt(roster, 2 * WEEK_MS - 1, steps)).toStrictEqual([1.5, 0.5, 5]);
    expect(weightsAt(roster, 2 * WEEK_MS, steps)).toStrictEqual([2.25, 0.5, 5]);
    expect(weightsAt(roster, 3 * WEEK_MS, steps)).toStrictEqual([3, 0.75, 5]);
    expect(rampUp(roster, 4 * WEEK_MS, steps)).toBe(roster);
    expect(rampUp(roster, 0, [])).toBe(roster);
  });

  it("keeps weights whole thousandths, above 0 unless weight or step is 0", () => {
    const roster: Roster = {
      reps: [
        { id: "ann", weight: 0.001, joinedAtMs: 0 },
        { id: "bob", weight: 1, joinedAtMs: 0 },
        { id: "cyd", weight: 0, joinedAtMs: 0 },
      ],
    };
    expect(weightsAt(roster, 0, [0.0001])).toStrictEqual([0.001, 0.001, 0]);
    expect(weightsAt(roster, 0, [1 / 3])).toStrictEqual([0.001, 0.333, 0]);
    expect(weightsAt(roster, 0, [0])).toStrictEqual([0, 0, 0]);
    const one = rampUp(roster, 0, [0.5]);
    expect(one.reps[0]).toBe(roster.reps[0]);
  });

  it("gives the very same roster back until somebody comes to another step, and the right one at any moment", () => {
    const aMoment = fc
      .integer({ min: 0, max: 8 })
      .chain((weeks) =>
        fc.constantFrom(weeks * WEEK_MS, weeks * WEEK_MS + 5, Math.max(0, weeks * WEEK_MS - 1)),
      );
    const aStep = fc.constantFrom(0, 0.25, 0.5, 1);
    let same = 0;
    fc.assert(
      fc.property(
        aRoster(["ann", "bob", "cyd"]),
        fc.array(fc.tuple(aMoment, fc.constantFrom(0, 1)), { maxLength: 12 }),
        fc.tuple(fc.array(aStep, { maxLength: 3 }), fc.array(aStep, { maxLength: 3 })),
        (roster, asked, kinds) => {
          let last: Roster | undefined;
          for (const [nowMs, kind] of asked) {
            const steps = kinds[kind] as readonly number[];
            const ramped = rampUp(roster, nowMs, steps);
            expect(ramped).toStrictEqual(rampUp({ ...roster }, nowMs, steps));
            expect(prepareRoster(ramped)._tag).toBe("Right");
            if (ramped === last) same += 1;
            last = ramped;
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(same).toBeGreaterThan(50);
    const roster: Roster = {
      reps: [
        { id: "ann", joinedAtMs: 0 },
        { id: "bob", joinedAtMs: 5 },
      ],
      schedules: {},
    };
    const first = rampUp(roster, 5, [0.5]);
    expect(first.schedules).toBe(roster.schedules);
    expect([
      rampUp(roster, WEEK_MS - 1, [0.5]) === first,
      rampUp(roster, WEEK_MS, [0.5]) === first,
    ]).toStrictEqual([true, false]);
  });

  it.each([[[-0.1]], [[1.1]], [[Number.NaN]], [["1"]], ["steps"], [undefined]])(
    "refuses the steps %j",
    (steps) => {
      expect(() => rampUp({ reps: [] }, 0, steps as never)).toThrow(
        "rampUp: steps must be numbers from 0 to 1",
      );
    },
  );

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, "0"])("refuses the moment %s", (nowMs) => {
    expect(() => rampUp({ reps: [] }, nowMs as never, [])).toThrow("rampUp: nowMs must be a moment");
  });
});

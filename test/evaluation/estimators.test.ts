import { describe, expect, it } from "vitest";
import { bySelfNormalising, byWeighing } from "../../src/evaluation/byWeighing.js";
import { doublyRobust, partsDrawn } from "../../src/evaluation/doublyRobust.js";
import { type LoggedChoice, targetOf, uniformly } from "../../src/evaluation/index.js";
import type { Estimated } from "../../src/evaluation/interval.js";
import { maturedOf } from "../../src/evaluation/matured.js";
import { weighedBy } from "../../src/evaluation/weighed.js";
import { unwrap } from "../../src/index.js";
import { streamFrom } from "../../src/random/stream.js";
import { logOf, partsTarget, trueValue, type World } from "../support/logged.js";

/** Reps differ, segments differ, and who is good differs by segment. */
const WORLD: World = {
  segments: 2,
  reps: [
    { id: "ann", propensity: 0.4, rates: [0.7, 0.9] },
    { id: "bob", propensity: 0.3, rates: [0.5, 0.7] },
    { id: "cyd", propensity: 0.2, rates: [0.6, 0.5] },
    { id: "dan", propensity: 0.1, rates: [0.3, 0.6] },
  ],
};
const AS_LOGGED = WORLD.reps.map(({ propensity }) => propensity);
const OTHERWISE = [0.1, 0.2, 0.3, 0.4];
const VALUE = trueValue(WORLD, OTHERWISE);
const GAIN = VALUE - trueValue(WORLD, AS_LOGGED);

const LOGS = 400;
const LEADS = 500;

const runs = Array.from({ length: LOGS }, (_, seed) => {
  const matured = maturedOf(unwrap(weighedBy(logOf(WORLD, LEADS, seed + 1), partsTarget(WORLD, OTHERWISE))));
  const parts = partsDrawn(matured, streamFrom(`parts ${seed}`));
  return {
    weighing: byWeighing(matured),
    selfNormalised: bySelfNormalising(matured) as Estimated,
    doublyRobust: doublyRobust(matured, parts),
  };
});

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const deviation = (values: readonly number[]): number =>
  Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));

/** By exact sums: how many of so many intervals miss at a chance of 1 in 20, but for once in a million. */
const rareBounds = (trials: number): readonly [fewest: number, most: number] => {
  const chances = [0.95 ** trials];
  for (let k = 1; k <= trials; k += 1)
    chances.push(((chances[k - 1] as number) * (trials - k + 1) * 0.05) / (k * 0.95));
  const below = chances.map((_, k) => chances.slice(0, k).reduce((sum, chance) => sum + chance, 0));
  return [below.findIndex((sum) => sum > 1e-6) - 1, below.findIndex((sum) => sum > 1 - 1e-6) - 1];
};

const cases = (["weighing", "selfNormalised", "doublyRobust"] as const).flatMap((name) =>
  (["value", "gain"] as const).map((figure) => [name, figure, runs.map((run) => run[name][figure])] as const),
);

it("knows what is rare", () => {
  // scipy's binom.ppf of 1e-6 and of 1 - 1e-6
  expect(rareBounds(LOGS)).toStrictEqual([3, 44]);
});

describe("the estimates of what another strategy would have had", () => {
  it.each(cases)("%s: the %s is right on average", (_, figure, all) => {
    const estimates = all.map(({ estimate }) => estimate);
    const off = mean(estimates) - (figure === "value" ? VALUE : GAIN);
    // 4.9 standard errors are exceeded once in a million.
    expect(Math.abs(off)).toBeLessThan((4.9 * deviation(estimates)) / Math.sqrt(LOGS));
  });

  it.each(cases)("%s: the interval of the %s holds the truth 95 times of 100", (_, figure, all) => {
    const truth = figure === "value" ? VALUE : GAIN;
    const missing = all.filter(({ low, high }) => truth < low || high < truth).length;
    const [fewest, most] = rareBounds(LOGS);
    expect([missing >= fewest, missing <= most]).toStrictEqual([true, true]);
  });

  it("doubly robust spreads less than by weights alone", () => {
    const spread = (name: "weighing" | "doublyRobust") =>
      deviation(runs.map((run) => run[name].gain.estimate));
    expect(spread("doublyRobust") / spread("weighing")).toBeLessThan(0.8);
  });

  it("self-normalised finds the same gain whatever is added to every reward", () => {
    const log = logOf(WORLD, LEADS, 1);
    const gainOf = (more: number): number => {
      const raised = log.map((choice) => ({ ...choice, reward: (choice.reward ?? 0) + more }));
      const matured = maturedOf(unwrap(weighedBy(raised, partsTarget(WORLD, OTHERWISE))));
      return bySelfNormalising(matured)?.gain.estimate ?? Number.NaN;
    };
    expect(gainOf(7)).toBeCloseTo(gainOf(0), 10);
    expect(gainOf(0)).not.toBeCloseTo(0, 2);
  });

  it("doubly robust expects nothing of a lead by what came of itself", () => {
    // Everybody has one lead, so whoever knew its result would expect exactly that, and nothing would be left to correct.
    const log = Array.from({ length: 40 }, (_, i) => ({
      candidates: Array.from({ length: 40 }, (_, rep) => ({ id: `rep ${rep}`, propensity: 1 / 40 })),
      repId: `rep ${i}`,
      reward: i % 2,
    }));
    const matured = maturedOf(unwrap(weighedBy(log, uniformly())));
    const parts = log.map((_, i) => i % 5);
    const { value } = doublyRobust(matured, parts);
    expect(value.estimate).toBeCloseTo(0.5, 12);
    expect(value.high - value.low).toBeGreaterThan(0.2);
  });

  it("doubly robust is narrower where segments differ and the log says them", () => {
    const world: World = {
      segments: 2,
      reps: [
        { id: "ann", propensity: 0.5, rates: [0.9, 0.1] },
        { id: "bob", propensity: 0.5, rates: [0.1, 0.9] },
      ],
    };
    const log = logOf(world, 1_000, 1);
    const widthOf = (choices: readonly LoggedChoice[]): number => {
      const matured = maturedOf(unwrap(weighedBy(choices, partsTarget(world, [1, 0]))));
      const { low, high } = doublyRobust(matured, partsDrawn(matured, streamFrom("parts"))).value;
      return high - low;
    };
    expect(widthOf(log) / widthOf(log.map(({ segment, ...rest }) => rest))).toBeLessThan(0.85);
  });

  it("knows no self-normalised estimate where the target would never choose as was chosen", () => {
    const log = [0, 1].map((reward) => ({
      candidates: [
        { id: "ann", propensity: 0.5 },
        { id: "bob", propensity: 0.5 },
      ],
      repId: "ann",
      reward,
    }));
    const toBob = targetOf("all to bob", () => [{ repId: "bob", probability: 1 }]);
    expect(bySelfNormalising(maturedOf(unwrap(weighedBy(log, toBob))))).toBeNull();
  });
});

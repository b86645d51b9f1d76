import { describe, expect, it } from "vitest";
import { chosenAnew } from "../../src/evaluation/chosenAnew.js";
import { type LoggedChoice, targetOf } from "../../src/evaluation/index.js";
import { maturedOf } from "../../src/evaluation/matured.js";
import { weighedBy } from "../../src/evaluation/weighed.js";
import { unwrap } from "../../src/index.js";
import { streamFrom } from "../../src/random/stream.js";

const PROPENSITIES = { ann: 0, bob: 0.3, cyd: 0, dee: 0.05, eve: 0.65 };

const WANTED = { ann: 0, bob: 0.6, cyd: 0, dee: 0.4, eve: 0 };

const choice: LoggedChoice = {
  candidates: Object.entries(PROPENSITIES).map(([id, propensity]) => ({ id, propensity })),
  repId: "bob",
  reward: 1,
};

const wanted = targetOf("wanted", () =>
  Object.entries(WANTED).map(([repId, probability]) => ({ repId, probability })),
);

/** As many leads as parts, each dealt by its part of 1. */
const dealtBy = (parts: readonly number[]) => {
  const matured = maturedOf(
    unwrap(
      weighedBy(
        parts.map(() => choice),
        wanted,
      ),
    ),
  );
  const left = parts.values();
  const { takers, weights } = chosenAnew(matured, {
    ...streamFrom(""),
    next: () => left.next().value ?? NaN,
  });
  return { weights, takers: takers.map((place) => matured.reps[place]?.id) };
};

describe("leads that chance gives anew", () => {
  it("go to each rep by its propensity, to the part of a hundredth", () => {
    const { takers } = dealtBy(Array.from({ length: 100 }, (_, i) => (i + 0.5) / 100));
    for (const [id, propensity] of Object.entries(PROPENSITIES))
      expect(takers.filter((taker) => taker === id)).toHaveLength(Math.round(100 * propensity));
  });

  it("never go to whom the log could not choose, from the least part to the largest", () => {
    expect(dealtBy([0, 0.3, 0.35, 1 - 2 ** -53]).takers).toStrictEqual(["bob", "dee", "eve", "eve"]);
  });

  it("weigh what the target wants by what the log did", () => {
    const { weights } = dealtBy([0.1, 0.32, 0.9]);
    expect(weights).toStrictEqual([0.6 / 0.3, 0.4 / 0.05, 0]);
  });
});

import { describe, expect, it } from "vitest";
import { doublyRobust } from "../../src/evaluation/doublyRobust.js";
import { evaluate, type LoggedChoice, type Target, targetOf } from "../../src/evaluation/index.js";
import { maturedOf } from "../../src/evaluation/matured.js";
import { placeboOf } from "../../src/evaluation/placebo.js";
import { weighedBy } from "../../src/evaluation/weighed.js";
import { unwrap } from "../../src/index.js";
import { streamFrom } from "../../src/random/stream.js";

const toAnn = targetOf("all to ann", () => [{ repId: "ann", probability: 1 }]);

const PARTS = [0, 1, 2, 3, 4, 0, 1, 2];

const robustOf = (log: readonly LoggedChoice[], target: Target) => {
  const matured = maturedOf(unwrap(weighedBy(log, target)));
  return { matured, robust: doublyRobust(matured, PARTS) };
};

/** Every log that chance could have made of the same leads, and how likely it was. */
const everyLog = (
  log: readonly LoggedChoice[],
): readonly { readonly log: readonly LoggedChoice[]; readonly likely: number }[] =>
  log.reduce<readonly { readonly log: readonly LoggedChoice[]; readonly likely: number }[]>(
    (all, choice) =>
      all.flatMap(({ log: before, likely }) =>
        choice.candidates
          .filter(({ propensity }) => propensity > 0)
          .map(({ id, propensity }) => ({
            log: [...before, { ...choice, repId: id }],
            likely: likely * propensity,
          })),
      ),
    [{ log: [], likely: 1 }],
  );

describe("the placebo of an evaluation", () => {
  it("is what all ways say in which chance could have dealt the same leads", () => {
    const choice = (ann: number, reward: number, segment: string): LoggedChoice => ({
      candidates: [
        { id: "ann", propensity: ann },
        { id: "bob", propensity: 1 - ann },
        { id: "cyd", propensity: 0 },
      ],
      repId: ann > 0.4 ? "ann" : "bob",
      reward,
      segment,
    });
    const log = [0.5, 0.2, 0.7, 0.5, 0.9, 0.4, 0.25, 0.5].map((ann, i) =>
      choice(ann, i % 3 === 0 ? 1 : i % 2, i % 4 === 0 ? "north" : "south"),
    );
    const { matured, robust } = robustOf(log, toAnn);
    const every = everyLog(log).map(({ log: other, likely }) => {
      const { gain } = robustOf(other, toAnn).robust;
      return { gain, likely };
    });
    const likelihood = (is: (gain: typeof robust.gain) => boolean): number =>
      every.reduce((sum, { gain, likely }) => sum + (is(gain) ? likely : 0), 0);
    const asLarge = likelihood(
      ({ estimate }) => Math.abs(estimate) >= Math.abs(robust.gain.estimate) - 1e-12,
    );
    const found = likelihood(({ low, high }) => low > 0 || high < 0);
    expect(every).toHaveLength(256);
    for (const part of [asLarge, found]) {
      expect(part).toBeGreaterThan(0.03);
      expect(part).toBeLessThan(0.97);
    }
    const placebo = placeboOf(matured, PARTS, robust, 2_500, streamFrom("ways"));
    // Five deviations of 2,500 draws at most.
    expect(Math.abs(placebo.asLarge - asLarge)).toBeLessThan(0.05);
    expect(Math.abs(placebo.found - found)).toBeLessThan(0.05);
  });

  it("believes no log in which by chance those choices are missing that would weigh most", () => {
    // One lead in twenty is hot, and hot leads go to bob 49 times of 50. It makes no difference to any who has it.
    const { next } = streamFrom("rare");
    const log = Array.from({ length: 2_000 }, (_, i): LoggedChoice => {
      const isHot = i % 20 === 0;
      const ann = isHot ? 0.02 : 0.5;
      return {
        candidates: [
          { id: "ann", propensity: ann },
          { id: "bob", propensity: 1 - ann },
        ],
        // One such log in eight gives ann none of a hundred hot leads.
        repId: next() < ann && !isHot ? "ann" : "bob",
        reward: (isHot ? i % 40 === 0 : i % 20 === 1) ? 1 : 0,
      };
    });
    const { verdict, doublyRobust: robust, overlap, placebo } = unwrap(evaluate(log, toAnn));
    expect(robust?.gain.high).toBeLessThan(0);
    expect(overlap?.effectiveLeads).toBeGreaterThan(500);
    expect(placebo?.asLarge).toBeGreaterThan(0.05);
    expect(["can't tell", "no difference seen"]).toContain(verdict);
  });
});

import { describe, it } from "vitest";
import { capacity, compose, firstOf, rotation, weighted } from "../../src/index.js";
import { neverOver, strategyLaws } from "../../src/testing/index.js";
import { combined } from "../support/combined.js";

describe.each(combined)("%s", (_, strategy) => {
  it.each(strategyLaws)("is $name: $statement", (law) => {
    law.check(strategy);
  });
});

describe("a spill-over of strategies that all keep capacity", () => {
  it(`is neverOver: ${neverOver.statement}`, () => {
    const rotating = compose({ ledger: "one", filters: [capacity()], selector: rotation() });
    const weighing = compose({ ledger: "two", filters: [capacity()], selector: weighted() });
    const strategy = firstOf([
      { name: "one", strategy: rotating },
      { name: "two", strategy: weighing },
    ]);
    neverOver.check(strategy, { runs: 300 });
  });
});

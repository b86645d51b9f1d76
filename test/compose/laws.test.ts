import { describe, it } from "vitest";
import { neverOver, strategyLaws } from "../../src/testing/index.js";
import { cascades, strategies, strictStrategy } from "../support/strategies.js";

describe.each([...strategies, ...cascades])("%s", (_, strategy) => {
  it.each(strategyLaws)("is $name: $statement", (law) => {
    law.check(strategy);
  });
});

describe("a strategy that excludes the unknown", () => {
  it.each(strategyLaws)("is $name: $statement", (law) => {
    law.check(strictStrategy);
  });
});

const withCapacity = [...strategies.filter(([name]) => name.includes("every filter")), ...cascades];

describe.each(withCapacity)("%s", (_, strategy) => {
  it(`is neverOver: ${neverOver.statement}`, () => {
    neverOver.check(strategy, { runs: 300 });
  });
});

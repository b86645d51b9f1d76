import fc from "fast-check";
import { describe, it } from "vitest";
import { assign, cascade, compose, limits, race, rotation, weighted, where } from "../../src/index.js";
import { explained, neverOver, type Scenario, strategyLaws, withinLimits } from "../../src/testing/index.js";
import { accounting, cascades, strategies, strictStrategy, waiting } from "../support/strategies.js";

describe.each([...strategies, ...cascades])("%s", (_, strategy) => {
  it.each(strategyLaws)("is $name: $statement", (law) => {
    law.check(strategy);
  });
});

describe.each([...waiting, ...accounting])("%s", (_, strategy) => {
  it.each(strategyLaws)("is $name: $statement", (law) => {
    law.check(strategy, { runs: 40 });
  });
});

const withRoom = accounting.filter(([name]) => !/starts anew|too far ahead/.test(name));

describe.each([...waiting, ...withRoom])("%s", (_, strategy) => {
  it(`is neverOver: ${neverOver.statement}`, () => {
    neverOver.check(strategy, { runs: 150 });
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

const deliveries = [assign({ lookAgainUntil: "worked" }), cascade({ answerMs: 2, atOnce: 2, passes: 2 })];

describe.each(deliveries.map((delivery) => [delivery.name, delivery] as const))("%s", (_, delivery) => {
  it(`is withinLimits: ${withinLimits.statement}`, () => {
    const strategy = compose({ ledger: "desk", filters: [limits()], selector: weighted(), delivery });
    withinLimits.check(strategy, { runs: 500 });
  });
});

const nobody = { filters: [where("nobody", 1, () => false)] };
const named = { assignTo: ["ann"] } as const;
const narrow = [
  cascade({ answerMs: 2, rings: [nobody], whenNobody: named }),
  race({ openMs: 2, groups: [nobody], whenNobody: named }),
];

describe.each(narrow.map((delivery) => [delivery.name, delivery] as const))("%s", (_, delivery) => {
  it("is explained where the end names somebody whom the last ring or group leaves out", () => {
    const strategy = compose({ ledger: "desk", filters: [], selector: rotation(), delivery });
    const roster = { reps: [{ id: "ann" }] };
    const steps = [{ type: "lead", lead: { id: "l1", receivedAtMs: 0 }, roster }] as const;
    explained.check(strategy, { runs: 1, scenarios: fc.constant<Scenario>({ seed: "s", steps }) });
  });
});

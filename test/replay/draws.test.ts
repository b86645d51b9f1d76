import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as fairlead from "../../src/index.js";
import { difference } from "./difference.js";
import { draws } from "./draws.js";
import type { Recording } from "./run.js";

const recorded = JSON.parse(readFileSync(new URL("draws.json", import.meta.url), "utf8")) as Recording;

describe("the recorded draws", () => {
  it("come out as they were recorded, every byte of decisions and state", () => {
    expect(difference(recorded, draws(fairlead))).toBeUndefined();
  });

  it("are of every selector by chance, by load and by performance that draws, with answers of both kinds and reps left over", () => {
    const lines = (name: string) => recorded.steps.filter((step) => step.startsWith(`${name}: `));
    for (const name of [
      "random",
      "weightedRandom",
      "powerOfTwoChoices",
      "leastLoaded",
      "seededTies rotation",
      "thompson",
      "floorShare thompson",
      "ceiling explore topProducer",
    ]) {
      expect(lines(name).length).toBeGreaterThanOrEqual(60);
      expect(lines(name).filter((line) => line.includes(",")).length).toBeGreaterThan(5);
    }
    expect(recorded.steps.filter((step) => step.includes(": unassigned")).length).toBeGreaterThan(5);
    expect(recorded.finalState.ledgers).toHaveLength(7);
  });

  it("notice another seed", () => {
    const reseeded = { ...fairlead, emptyState: () => fairlead.emptyState({ seed: "another" }) };
    expect(difference(recorded, draws(reseeded))).toContain("differs from step 0");
  });
});

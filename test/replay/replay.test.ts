import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as fairlead from "../../src/index.js";
import { type Recording, run } from "./run.js";

const recorded = readFileSync(new URL("recording.json", import.meta.url), "utf8");
const { steps, finalState } = JSON.parse(recorded) as Recording;

const ended = (how: string): number => steps.filter((step) => step.includes(`: ${how}`)).length;

describe("the recorded run", () => {
  const played = run(fairlead);

  it("takes every step as it was recorded", () => {
    expect(played.steps).toStrictEqual(steps);
  });

  it("ends in the recorded state, byte for byte", () => {
    expect(JSON.stringify(played.finalState)).toBe(JSON.stringify(finalState));
  });

  it("is the same when it is played again in the same process", () => {
    expect(run(fairlead)).toStrictEqual(played);
  });

  it("notices a rule that changed by one tie", () => {
    const lastInstead: typeof fairlead = {
      ...fairlead,
      all: () => ({
        ...fairlead.all(),
        order: ({ candidates }) => [...candidates].sort((a, b) => b.place - a.place),
      }),
    };
    expect(run(lastInstead).steps).not.toStrictEqual(steps);
  });

  it("goes through enough to be worth recording", () => {
    expect(steps.length).toBeGreaterThanOrEqual(300);
    expect(ended("assigned")).toBeGreaterThan(100);
    expect(ended("unassigned")).toBeGreaterThan(20);
    expect(ended("closed")).toBeGreaterThan(15);
    expect(ended("refused")).toBeGreaterThan(20);
    expect(ended("changed")).toBeGreaterThan(5);
    expect(ended("problems")).toBeGreaterThan(0);
    for (const id of ["", "__proto__", "constructor", "\u{1f98a}"]) expect(finalState.ids).toContain(id);
  });
});

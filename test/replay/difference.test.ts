import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { difference } from "./difference.js";
import type { Recording } from "./run.js";

const recorded = JSON.parse(readFileSync(new URL("recording.json", import.meta.url), "utf8")) as Recording;
const others = { steps: recorded.steps.map((step, i) => (i === 7 ? "lead: assigned" : step)) };
const zones = { ...recorded.zones, "Europe/Warsaw": [{ atMs: 0, offsetMinutes: 60 }] };

describe("what the recorded run says when it goes otherwise", () => {
  it("is nothing when every step is the same, whatever clocks do that nobody looked at", () => {
    expect(difference(recorded, recorded)).toBeUndefined();
    expect(difference(recorded, { ...recorded, zones })).toBeUndefined();
  });

  it("names the first step, and that the rules have changed where clocks go as recorded", () => {
    const said = difference(recorded, { ...recorded, ...others });
    expect(said).toContain("differs from step 7");
    expect(said).toContain("the rules have changed");
  });

  it("names the zones whose clocks go otherwise on this runtime", () => {
    const said = difference(recorded, { ...recorded, ...others, zones });
    expect(said).toContain("differs from step 7");
    expect(said).toContain("zone data of this runtime is not as recorded");
    expect(said).toContain('Europe/Warsaw: recorded [{"atMs"');
    expect(said).not.toContain("the rules have changed");
  });

  it("sees a last state, or a number of steps, that differs", () => {
    const { finalState, steps } = recorded;
    expect(difference(recorded, { ...recorded, finalState: { ...finalState, version: 1 } })).toContain(
      "last state",
    );
    expect(difference(recorded, { ...recorded, steps: [...steps, "lead: assigned"] })).toContain("step");
    expect(difference(recorded, { ...recorded, steps: steps.slice(1) })).toContain("step 0");
    expect(difference(recorded, { ...recorded, steps: steps.slice(0, -1) })).toBeDefined();
  });
});

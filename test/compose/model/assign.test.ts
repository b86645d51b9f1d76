import fc from "fast-check";
import { describe, it } from "vitest";
import { aLife } from "../../support/model/intents.js";
import { keepsToModel } from "../../support/model/keepsToModel.js";
import type { Setup } from "../../support/model/setup.js";

const setups: readonly (readonly [string, Setup])[] = [
  [
    "rotation behind availability and capacity",
    {
      selector: "rotation",
      filters: ["available", "capacity"],
      refundsPerRep: 10,
      lookAgainUntil: "offered",
    },
  ],
  [
    "weighted behind capacity, with few refunds, looked at again until worked",
    { selector: "weighted", filters: ["capacity"], refundsPerRep: 1, lookAgainUntil: "worked" },
  ],
  ["weighted for everybody", { selector: "weighted", filters: [], refundsPerRep: 10, lookAgainUntil: "assigned" }],
];

describe.each(setups)("%s, assigned", (_, setup) => {
  it("does what the model says, whatever happens", () => {
    fc.assert(
      fc.property(aLife(), (life) => keepsToModel(setup, life)),
      { numRuns: 300 },
    );
  });
});

import fc from "fast-check";
import { describe, it } from "vitest";
import { aLife } from "../../support/model/intents.js";
import { keepsToModel } from "../../support/model/keepsToModel.js";
import type { Setup } from "../../support/model/setup.js";

const setups: readonly (readonly [string, Setup])[] = [
  [
    "one offer at a time",
    {
      selector: "rotation",
      filters: ["available", "capacity"],
      offers: { answerMs: 3, atOnce: 1, passes: 1, whenSilent: "counts", whenDeclined: "counts" },
      refundsPerRep: 10,
      lookAgainUntil: "offered",
    },
  ],
  [
    "two offers at a time, silent turns ignored, two passes",
    {
      selector: "weighted",
      filters: ["available", "capacity"],
      offers: { answerMs: 3, atOnce: 2, passes: 2, whenSilent: "ignored", whenDeclined: "counts" },
      refundsPerRep: 1,
      lookAgainUntil: "worked",
    },
  ],
  [
    "two offers at a time, refusals ignored, everybody asked three times",
    {
      selector: "weighted",
      filters: ["capacity"],
      offers: { answerMs: 10, atOnce: 2, passes: 3, whenSilent: "counts", whenDeclined: "ignored" },
      refundsPerRep: 10,
      lookAgainUntil: "assigned",
    },
  ],
];

describe.each(setups)("%s", (_, setup) => {
  it("goes as the model says, whatever happens", () => {
    fc.assert(
      fc.property(aLife(), (life) => keepsToModel(setup, life)),
      { numRuns: 300 },
    );
  });
});

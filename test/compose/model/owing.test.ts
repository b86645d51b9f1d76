import fc from "fast-check";
import { describe, it } from "vitest";
import { aLife } from "../../support/model/intents.js";
import { keepsToModel } from "../../support/model/keepsToModel.js";
import { owing } from "../../support/model/setups.js";

describe.each(owing)("%s", (_, setup) => {
  it("goes as the model says, whatever happens", () => {
    fc.assert(
      fc.property(aLife(), (life) => keepsToModel(setup, life)),
      { numRuns: 120 },
    );
  });
});

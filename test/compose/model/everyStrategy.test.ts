import fc from "fast-check";
import { describe, it } from "vitest";
import { aLife } from "../../support/model/intents.js";
import { live } from "../../support/model/live.js";
import { accounting, cascades, strategies, waiting } from "../../support/strategies.js";

const all = [...cascades, ...waiting, ...strategies, ...accounting];
const withoutCapacity = [
  "without filters",
  "owners",
  "refunds nothing",
  "hours that only order",
  "by the clock",
  "starts anew",
  "nobody too far ahead",
];

describe.each(all)("%s", (name, strategy) => {
  const hasCapacity = !withoutCapacity.some((part) => name.includes(part));

  it("has one owner, loses nothing, counts right and tells what changed, whatever happens", () => {
    fc.assert(
      fc.property(aLife(), (life) => live(strategy, life, hasCapacity)),
      { numRuns: 60 },
    );
  });
});

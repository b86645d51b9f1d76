import { describe, expect, it } from "vitest";
import { prefer } from "../../src/index.js";
import { filterLaws } from "../../src/testing/index.js";
import { filters } from "../support/filters.js";

const preferences = filters.map(([name, filter]) => [`prefer ${name}`, prefer(filter)] as const);
const nested = preferences.slice(0, 2).map(([name, filter]) => [`prefer ${name}`, prefer(filter)] as const);
const kinds = [...filters, ...preferences, ...nested];

describe.each(filters)("%s", (_, filter) => {
  it.each(filterLaws)("is $name: $statement", (law) => {
    law.check(filter);
  });
});

describe.each([...preferences, ...nested])("%s", (_, filter) => {
  it.each(filterLaws)("is $name: $statement", (law) => {
    law.check(filter, { runs: 40 });
  });
});

describe("the filters", () => {
  it("have an index, but for those that look at the load, at what happened or at a condition", () => {
    const without = kinds.filter(([, { index }]) => index === undefined).map(([, { name }]) => name);
    const named = [
      "capacity",
      "limits",
      "limits inbound",
      "quotas",
      "coolDown",
      "finishFirst",
      "finishFirst",
      "responsive",
      "atMostAhead",
      "atMostAhead",
      "notVip",
    ];
    expect(without).toStrictEqual([...named, ...named.map((name) => `prefer ${name}`)]);
  });
});

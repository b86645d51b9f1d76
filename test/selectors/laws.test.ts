import { describe, it } from "vitest";
import {
  assign,
  available,
  capacity,
  cascade,
  compose,
  prefer,
  region,
  type Selector,
} from "../../src/index.js";
import { strategyLaws } from "../../src/testing/index.js";
import { selectors } from "../support/selectors.js";

const filters = [available(), capacity(), prefer(region())];

const deliveries = [assign(), cascade({ answerMs: 2, atOnce: 2, passes: 2 })];

const strategyOf = (selector: Selector, delivery: (typeof deliveries)[number]) =>
  compose({
    ledger: "desk",
    filters: selector.needsEverybody === true ? [] : filters,
    selector,
    delivery,
  });

const cases = selectors.flatMap(([name, selector]) =>
  deliveries.map((delivery) => [name, delivery.name, strategyOf(selector, delivery)] as const),
);

describe.each(cases)("%s, by %s", (_, __, strategy) => {
  it.each(strategyLaws)("is $name: $statement", (law) => {
    law.check(strategy, { runs: 10 });
  });
});

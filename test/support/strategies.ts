import {
  all,
  assign,
  available,
  capacity,
  channel,
  compose,
  exclude,
  experience,
  expertise,
  industry,
  language,
  owner,
  prefer,
  region,
  role,
  rotation,
  type Strategy,
  segment,
  source,
  team,
  weighted,
  where,
} from "../../src/index.js";

const everyFilter = [
  region(),
  language(),
  expertise(),
  available(),
  capacity(),
  where("notVip", 1, ({ lead, rep }) => lead.segment !== "enterprise" || rep.tier !== 3),
];

const otherFilters = [
  owner({ whenAway: "exclude" }),
  exclude(),
  role(),
  team(),
  prefer(experience()),
  prefer(prefer(industry())),
  source(),
  channel(),
  prefer(segment({ whenUnknown: "exclude" })),
];

const strict = { whenUnknown: "exclude" } as const;

/** One strategy of each kind, by what is said of it. */
export const strategies: readonly (readonly [string, Strategy])[] = [
  ["rotation without filters", compose({ ledger: "desk", filters: [], selector: rotation() })],
  ["weighted behind every filter", compose({ ledger: "desk", filters: everyFilter, selector: weighted() })],
  [
    "rotation behind every filter",
    compose({ ledger: "__proto__", filters: everyFilter, selector: rotation() }),
  ],
  ["all behind every filter", compose({ ledger: "", filters: everyFilter, selector: all() })],
  [
    "weighted behind owners, conflicts, values and preferences",
    compose({ ledger: "desk", filters: otherFilters, selector: weighted() }),
  ],
  [
    "weighted that refunds nothing",
    compose({
      ledger: "desk",
      filters: [available()],
      selector: weighted(),
      delivery: assign({ refundsPerRep: 0 }),
    }),
  ],
];

/** Answers nobody, or hardly anybody, where the lead says nothing. */
export const strictStrategy = compose({
  ledger: "desk",
  filters: [region(strict), language(strict), expertise(strict)],
  selector: weighted(),
});

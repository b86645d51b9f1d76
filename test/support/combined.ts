import {
  type Alternative,
  all,
  available,
  branch,
  capacity,
  compose,
  expertise,
  firstOf,
  language,
  region,
  rotation,
  type Strategy,
  split,
  weighted,
} from "../../src/index.js";

export const nordics: Alternative = {
  name: "nordics",
  strategy: compose({
    ledger: "nordics",
    filters: [region({ whenUnknown: "exclude" }), available()],
    selector: rotation(),
  }),
};

export const speakers: Alternative = {
  name: "speakers",
  strategy: compose({ ledger: "shared", filters: [language(), capacity()], selector: weighted() }),
};

export const experts: Alternative = {
  name: "__proto__",
  strategy: compose({ ledger: "shared", filters: [expertise(), available()], selector: weighted() }),
};

export const anybody: Alternative = {
  name: "",
  strategy: compose({ ledger: "anybody", filters: [], selector: all() }),
};

/** Hot leads to the experts, valuable ones to the speakers, all others to anybody. */
export const byTemperature: Strategy = branch({
  cases: [
    { ...experts, version: 1, when: ({ lead }) => lead.temperature === "hot" },
    { ...speakers, version: "2026", when: ({ lead, nowMs }) => (lead.value ?? 0) > 1000 && nowMs > 2 },
  ],
  otherwise: anybody,
});

/** Spill-over: the region's own, then whoever speaks the language, then experts. */
export const spilling: Strategy = firstOf([nordics, speakers, experts]);

/** An experiment between two ways, a quarter and three quarters. */
export const experiment: Strategy = split({
  name: "spring",
  arms: [
    { ...nordics, share: 1 },
    { ...speakers, share: 3 },
  ],
});

/** All three, one within the other. */
export const nested: Strategy = firstOf([
  { name: "first", strategy: firstOf([nordics, { name: "by temperature", strategy: byTemperature }]) },
  { name: "second", strategy: experiment },
]);

export const combined: readonly (readonly [string, Strategy])[] = [
  ["a branch", byTemperature],
  ["a spill-over", spilling],
  ["an experiment", experiment],
  ["all three nested", nested],
];

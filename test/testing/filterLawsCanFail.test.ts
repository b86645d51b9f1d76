import { describe, expect, it } from "vitest";
import {
  available,
  type Filter,
  industry,
  type Lead,
  language,
  type Pass,
  type PassingPlaces,
  placesWhere,
  prefer,
  type Rep,
  region,
  where,
} from "../../src/index.js";
import {
  type FilterLaw,
  filterLaws,
  filterOrderFree,
  filterPure,
  filterTotal,
  indexAgrees,
} from "../../src/testing/index.js";

const PASS: Pass = { passes: true, rank: 0 };

const answering = (test: Filter["test"]): Filter => ({ name: "broken", test });

const counting = (): Filter => {
  let calls = 0;
  return where("counting", 1, () => {
    calls += 1;
    return calls % 7 !== 0;
  });
};

/** Whoever is asked about first may have the lead. */
const firstAsked = (): Filter => {
  const first = new WeakMap<Lead, string>();
  return answering(({ lead, rep }) => {
    if (!first.has(lead)) first.set(lead, rep.id);
    return first.get(lead) === rep.id ? PASS : { passes: false, reason: "was not asked first" };
  });
};

const tiers = answering(({ rep }) =>
  rep.tier === 1 ? PASS : { passes: true, rank: rep.tier ?? 5, reason: "is not of tier 1" },
);

const RANKS = [0, 2, 3, 5];

const rankOf = ({ tier = 5 }: Rep): number => (tier === 1 ? 0 : tier);

const setsBy =
  (reps: readonly Rep[], ranks: readonly number[]): (() => readonly PassingPlaces[]) =>
  () =>
    ranks.map((rank) => ({ rank, places: placesWhere(reps, (rep) => rankOf(rep) === rank) }));

const indexedTiers: Filter = { ...tiers, index: (reps) => setsBy(reps, RANKS) };

const broken: readonly (readonly [string, FilterLaw, Filter])[] = [
  [
    "a test that throws",
    filterTotal,
    answering(({ rep }) => ({ passes: true, rank: (rep.name as string).length })),
  ],
  ["a negative rank", filterTotal, answering(({ rep }) => ({ passes: true, rank: (rep.tier ?? 2) - 2 }))],
  ["a rank that is no number", filterTotal, answering(() => ({ passes: true, rank: Number.NaN }))],
  ["an exclusion without a reason", filterTotal, answering(() => ({ passes: false, reason: "" }))],
  ["a rank with a blank reason", filterTotal, answering(() => ({ passes: true, rank: 1, reason: " " }))],
  ["no answer", filterTotal, answering(() => undefined as unknown as Pass)],
  ["a promise", filterTotal, answering((async () => PASS) as unknown as Filter["test"])],
  ["a test with a memory", filterPure, counting()],
  [
    "a test that writes on the lead",
    filterPure,
    answering(({ lead }) => ({ passes: true, rank: Object.assign(lead, { seen: 1 }).seen })),
  ],
  [
    "a test that writes on the standing",
    filterPure,
    answering(({ standing }) => ({ passes: true, rank: Object.assign(standing, { seen: 1 }).seen })),
  ],
  ["a test that reads the clock", filterPure, where("clock", 1, () => Date.now() > 0)],
  [
    "an index that reads the clock",
    filterPure,
    {
      ...tiers,
      index: (reps) => () => [{ rank: 0, places: placesWhere(reps, () => Date.now() > 0) }],
    },
  ],
  ["whoever is asked about first", filterOrderFree, firstAsked()],
  [
    "an index of another filter",
    indexAgrees,
    { ...region(), index: language().index as NonNullable<Filter["index"]> },
  ],
  [
    "an index of another option",
    indexAgrees,
    {
      ...industry(),
      index: industry({ whenUnknown: "exclude" }).index as NonNullable<Filter["index"]>,
    },
  ],
  [
    "an index without ranks",
    indexAgrees,
    {
      ...tiers,
      index: (reps) => () => [{ rank: 0, places: placesWhere(reps, () => true) }],
    },
  ],
  [
    "an index that forgets everybody after the first 32",
    indexAgrees,
    {
      ...available(),
      index: (reps) => {
        const first = available().index?.(reps.slice(0, 32));
        return (question) =>
          first?.(question)?.map(({ rank, places }) => {
            const all = placesWhere(reps, () => false);
            all.set(places);
            return { rank, places: all };
          });
      },
    },
  ],
  [
    "an index that spoils its sets",
    indexAgrees,
    {
      ...tiers,
      index: (reps) => {
        const sets = setsBy(reps, RANKS)();
        const copied = (): readonly PassingPlaces[] =>
          sets.map(({ rank, places }) => ({ rank, places: places.slice() }));
        return () => {
          const answer = copied();
          for (const { places } of sets) places.fill(0);
          return answer;
        };
      },
    },
  ],
  [
    "an index that takes the lead's moment for that of asking",
    indexAgrees,
    {
      ...available(),
      index: (reps) => {
        const index = available().index?.(reps);
        return ({ lead }) => index?.({ lead, nowMs: lead.receivedAtMs });
      },
    },
  ],
  ["sets by falling rank", indexAgrees, { ...tiers, index: (reps) => setsBy(reps, [...RANKS].reverse()) }],
  [
    "sets that are too short",
    indexAgrees,
    {
      ...answering(() => ({ passes: false, reason: "is left out" })),
      index: () => () => [{ rank: 0, places: new Uint32Array(0) }],
    },
  ],
  [
    "lists instead of sets",
    indexAgrees,
    {
      ...tiers,
      index: () => () => [{ rank: 0, places: [] as unknown as Uint32Array }],
    },
  ],
];

describe("each law of filters goes red", () => {
  it.each(broken)("for %s", (_, law, filter) => {
    expect(() => law.check(filter, { runs: 300, seed: 7 })).toThrow(/The law "\w+" is broken/);
  });

  it("and stays green for sound filters that the broken ones are made from", () => {
    for (const filter of [tiers, indexedTiers, prefer(where("odd", 1, ({ rep }) => rep.tier !== 2))])
      for (const law of filterLaws) expect(() => law.check(filter, { seed: 7 })).not.toThrow();
  });
});

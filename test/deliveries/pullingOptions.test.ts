import { describe, expect, it } from "vitest";
import {
  available,
  capacity,
  compose,
  type Delivery,
  type ManualOptions,
  manual,
  type PoolOptions,
  pool,
  type RaceOptions,
  race,
  rotation,
} from "../../src/index.js";

const said = (make: () => Delivery): string => {
  try {
    make();
    return "accepted";
  } catch (thrown) {
    return thrown instanceof RangeError ? thrown.message : `${thrown} is no RangeError`;
  }
};

const racing = (options: object) => said(() => race({ openMs: 10, ...options } as RaceOptions));
const pooling = (options: object) => said(() => pool(options as PoolOptions));
const dealing = (options: object) => said(() => manual({ decideMs: 10, ...options } as ManualOptions));

const noWholeNumbers = [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "5", null];

describe.each([
  ["race", racing],
  ["pool", pooling],
  ["manual", dealing],
] as const)("%s refuses at once", (name, given) => {
  it("a way to show the lead that it does not know, and fields of a lead that is open", () => {
    expect(given({ mode: "dark" })).toBe(`${name}: mode must be one of "open", "blind"`);
    expect(given({ mode: "blind", shows: "region" })).toBe(`${name}: shows must name fields of the lead`);
    expect(given({ mode: "blind", shows: [1] })).toBe(`${name}: shows must name fields of the lead`);
    expect(given({ shows: ["region"] })).toBe(
      `${name}: shows is for a blind lead, since an open one shows all`,
    );
    expect(given({ mode: "blind", shows: [] })).toBe("accepted");
  });

  it("what is said of the life after it and means nothing", () => {
    expect(given({ refundsPerRep: -1 })).toContain(`${name}: refundsPerRep`);
    expect(given({ lookAgainUntil: "never" })).toContain(`${name}: lookAgainUntil`);
  });
});

describe("race refuses at once", () => {
  it("times and numbers that are none, and groups that are none", () => {
    expect(said(() => race(undefined as never))).toBe("race: needs options, with openMs");
    for (const none of noWholeNumbers) {
      expect(racing({ openMs: none })).toBe("race: openMs must be a whole number above 0");
      expect(racing({ groups: [{}, { openMs: none }] })).toBe(
        "race: openMs of groups[1] must be a whole number above 0",
      );
      expect(racing({ first: none })).toBe("race: first must be a whole number above 0");
    }
    for (const groups of [[], {}, "groups"])
      expect(racing({ groups })).toBe("race: groups must be a list with at least one group");
    expect(racing({ groups: [{}, null] })).toBe("race: groups[1] is no group");
    expect(racing({ groups: [{ filters: [available] }] })).toBe(
      "race: groups[0] has what is no filter (was it called?)",
    );
  });

  it("ends that are none, and segments that are none", () => {
    expect(racing({ whenNobody: "park" })).toBe(
      'race: whenNobody must be "unassigned", { parkForMs } or { assignTo }',
    );
    expect(racing({ whenNobody: { silentMayClaimForMs: 5 } })).toContain("race: parkForMs must be");
    for (const segments of [null, [], "seniors"])
      expect(racing({ segments })).toBe("race: segments must be lists of filters by name");
    expect(racing({ segments: { "a b": [available] } })).toBe(
      'race: segment "a b" has what is no filter (was it called?)',
    );
  });
});

describe("pool refuses at once", () => {
  it("a time that is none, and an end that could not come", () => {
    for (const pushAfterMs of noWholeNumbers)
      expect(pooling({ pushAfterMs })).toBe("pool: pushAfterMs must be a whole number above 0");
    expect(pooling({ whenNobody: "unassigned" })).toBe(
      "pool: whenNobody needs pushAfterMs, since a lead that stays in the pool waits for somebody",
    );
    expect(pooling({ pushAfterMs: 5, whenNobody: { assignTo: [] } })).toBe(
      "pool: assignTo must name at least one rep",
    );
  });
});

describe("manual refuses at once", () => {
  it("times, numbers and words that are none", () => {
    expect(said(() => manual(undefined as never))).toBe("manual: needs options, with decideMs");
    for (const none of noWholeNumbers) {
      expect(dealing({ decideMs: none })).toBe("manual: decideMs must be a whole number above 0");
      if (none !== null)
        expect(dealing({ mostSuggested: none })).toBe("manual: mostSuggested must be a whole number above 0");
      expect(dealing({ openMs: none })).toBe("manual: openMs must be a whole number above 0");
    }
    expect(dealing({ whenUndecided: "pull" })).toBe(
      'manual: whenUndecided must be "push", "unassigned", { parkForMs } or { assignTo }',
    );
    expect(dealing({ policy: { approved: "yes" } })).toBe(
      'manual: policy.approved must be one of "counts", "ignored"',
    );
    expect(dealing({ segments: { seniors: [] } })).toBe("manual: openMs must be a whole number above 0");
    expect(dealing({ first: 0 })).toBe("manual: first must be a whole number above 0");
  });
});

describe("the fingerprint", () => {
  const printOf = (delivery: Delivery) =>
    compose({ ledger: "desk", filters: [], selector: rotation(), delivery }).fingerprint;

  const alike = (all: readonly Delivery[]) => new Set(all.map(printOf)).size;

  it("changes with each option", () => {
    const openMs = 10;
    const raced: readonly RaceOptions[] = [
      { openMs },
      { openMs: 11 },
      { openMs, first: 2 },
      { openMs, mode: "blind" },
      { openMs, mode: "blind", shows: ["region"] },
      { openMs, groups: [{}, {}] },
      { openMs, groups: [{}, { openMs: 11 }] },
      { openMs, groups: [{ filters: [available()] }] },
      { openMs, whenNobody: { parkForMs: 5 } },
      { openMs, whenNobody: { assignTo: ["ann"] } },
      { openMs, segments: { seniors: [] } },
      { openMs, segments: { seniors: [capacity()] } },
      { openMs, refundsPerRep: 1 },
      { openMs, lookAgainUntil: "worked" },
    ];
    expect(alike(raced.map(race))).toBe(raced.length);
    const pooled: readonly PoolOptions[] = [
      {},
      { mode: "blind" },
      { mode: "blind", shows: ["attributes.a"] },
      { pushAfterMs: 5 },
      { pushAfterMs: 5, whenNobody: { parkForMs: 5 } },
      { refundsPerRep: 1 },
    ];
    expect(alike(pooled.map(pool))).toBe(pooled.length);
    const decideMs = 10;
    const dealt: readonly ManualOptions[] = [
      { decideMs },
      { decideMs: 11 },
      { decideMs, mostSuggested: 1 },
      { decideMs, whenUndecided: "unassigned" },
      { decideMs, whenUndecided: { assignTo: ["ann"] } },
      { decideMs, policy: { approved: "ignored" } },
      { decideMs, policy: { overridden: "counts" } },
      { decideMs, openMs: 5 },
      { decideMs, openMs: 5, segments: { seniors: [] } },
      { decideMs, first: 1 },
      { decideMs, mode: "blind" },
      { decideMs, refundsPerRep: 1 },
    ];
    expect(alike(dealt.map(manual))).toBe(dealt.length);
  });

  it("is that of the options spelled out, whatever the order of the segments", () => {
    expect(printOf(pool())).toBe(
      printOf(pool({ mode: "open", refundsPerRep: 10, lookAgainUntil: "offered" })),
    );
    expect(printOf(manual({ decideMs: 9 }))).toBe(
      printOf(
        manual({
          decideMs: 9,
          mostSuggested: 3,
          whenUndecided: "push",
          policy: { approved: "counts", overridden: "ignored" },
          mode: "open",
        }),
      ),
    );
    const [a, b] = [
      { a: [], b: [capacity()] },
      { b: [capacity()], a: [] },
    ];
    expect(printOf(race({ openMs: 9, segments: a }))).toBe(printOf(race({ openMs: 9, segments: b })));
  });

  it("stays what it was, whatever becomes of the lists that were given", () => {
    const [assignTo, shows, seniors] = [["ann"], ["region"], [capacity()]];
    const delivery = race({
      openMs: 9,
      mode: "blind",
      shows: shows as never,
      whenNobody: { assignTo },
      segments: { seniors },
    });
    const before = printOf(delivery);
    for (const list of [assignTo, shows, seniors] as unknown[][]) list.pop();
    expect(printOf(delivery)).toBe(before);
  });
});

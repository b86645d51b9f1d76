import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CREDITS_PER_LEAD,
  compose,
  emptyState,
  explain,
  type Lead,
  type Roster,
  rotation,
  type State,
  unwrap,
  type ValueRotationOptions,
  valueRotation,
} from "../../../src/index.js";
import { aWeight } from "../../../src/testing/arbitraries/aRep.js";
import { throughStore } from "../../../src/testing/json.js";
import { deskLedger, deskOf } from "../../support/desk.js";
import { keepsTheoremT } from "../../support/keepsTheoremT.js";

const MOST = 1000;

interface Dealt {
  readonly taker: string | undefined;
  readonly price: number;
  readonly state: State;
}

function* dealt(
  options: ValueRotationOptions,
  leads: readonly { readonly said: Partial<Lead>; readonly roster: Roster }[],
): Generator<Dealt> {
  const strategy = deskOf(valueRotation(options));
  let state: State = emptyState({ seed: "s" });
  for (const [n, { said, roster }] of leads.entries()) {
    const outcome = unwrap(strategy({ id: `l${n}`, receivedAtMs: n, ...said }, roster, state));
    state = n % 2 === 0 ? outcome.state : throughStore(outcome.state);
    const { decision } = outcome;
    const [taker, price] = decision.status === "assigned" ? [decision.repId, decision.price] : [undefined, 0];
    yield { taker, price, state };
  }
}

const two: Roster = { reps: [{ id: "ann" }, { id: "bob" }] };

const takers = (options: ValueRotationOptions, said: readonly Partial<Lead>[]) =>
  [
    ...dealt(
      options,
      said.map((each) => ({ said: each, roster: two })),
    ),
  ].map(({ taker }) => taker);

const ofValue = (...values: readonly number[]): readonly Partial<Lead>[] =>
  values.map((value) => ({ value }));

const aValue = fc.oneof(
  fc.constantFrom(undefined, 0, 5e-324, 1, 999, 1000, 1001, 1e308),
  fc.integer({ min: 0, max: 1200 }),
);

const IDS = ["a", "b", "c", "d", "__proto__"];

const aLead = fc.record({
  said: aValue.map((value): Partial<Lead> => (value === undefined ? {} : { value })),
  roster: fc
    .subarray(IDS, { minLength: 1 })
    .chain((ids) => fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), weight: aWeight() }))))
    .map((reps): Roster => ({ reps })),
});

describe("valueRotation", () => {
  it("gives several small leads for one large one", () => {
    expect(takers({ mostPerLead: MOST }, ofValue(900, 300, 300, 300, 500))).toStrictEqual([
      "ann",
      "bob",
      "bob",
      "bob",
      "ann",
    ]);
  });

  it("counts whatever is larger as the most, smaller as the least, and unknown as it is told", () => {
    const prices = [
      ...dealt(
        { mostPerLead: MOST, leastPerLead: 100, whenUnknown: 250 },
        [...ofValue(1000, 1e308, 100, 0, 5e-324, 250), {}].map((said) => ({ said, roster: two })),
      ),
    ].map(({ price }) => price);
    const part = (fraction: number) => 2 * Math.floor((CREDITS_PER_LEAD * fraction) / 2);
    expect(prices).toStrictEqual([1, 1, 0.1, 0.1, 0.1, 0.25, 0.25].map(part));
    const usual = [
      ...dealt(
        { mostPerLead: MOST },
        [{ value: 0 }, {}].map((said) => ({ said, roster: two })),
      ),
    ];
    expect(usual.map(({ price }) => price)).toStrictEqual([part(0.01), part(1)]);
  });

  it("charges a credit for each unit of weight at least, however little a lead is worth", () => {
    const leads = [1, 2, 3, 4].map(() => ({ said: { value: 0 }, roster: two }));
    const run = [...dealt({ mostPerLead: 1e15, leastPerLead: 5e-324 }, leads)];
    expect(run.map(({ price }) => price)).toStrictEqual([2, 2, 2, 2]);
    expect(run.map(({ taker }) => taker)).toStrictEqual(["ann", "bob", "ann", "bob"]);
  });

  it("balances the score where it is told", () => {
    const scores = [0.9, 0.3, 0.3, 0.3, 0.5].map((score) => ({ score, value: 7 }));
    expect(takers({ of: "score", mostPerLead: 1 }, scores)).toStrictEqual([
      "ann",
      "bob",
      "bob",
      "bob",
      "ann",
    ]);
  });

  it("weighs the part of a small lead as small against what is owed from before", () => {
    const roster = { reps: [{ id: "ann", weight: 3 }, { id: "bob" }] };
    const run = [
      ...dealt(
        { mostPerLead: MOST },
        ofValue(1000, 100).map((said) => ({ said, roster })),
      ),
    ];
    expect(run.map(({ taker }) => taker)).toStrictEqual(["ann", "bob"]);
  });

  it("is a rotation where all leads are worth the same", () => {
    const lead = (n: number) => ({ id: `l${n}`, receivedAtMs: n });
    const rotating = deskOf(rotation());
    let state: State = emptyState({ seed: "s" });
    for (const { taker } of dealt(
      { mostPerLead: 3 },
      Array.from({ length: 9 }, () => ({ said: {}, roster: two })),
    )) {
      const outcome = unwrap(rotating(lead(0), two, state));
      state = outcome.state;
      expect(outcome.decision).toMatchObject({ repId: taker });
    }
  });

  it("keeps everybody within (n-1)/2 times the most, exactly in credits, and of value but for what is rounded", () => {
    fc.assert(
      fc.property(fc.array(aLead, { maxLength: 50 }), (leads) => {
        const lag = new Map<string, number>();
        let rounded = 0;
        let n = 0;
        for (const { taker, price, state } of dealt({ mostPerLead: MOST, leastPerLead: 1 }, leads)) {
          const { said, roster } = leads[n] as (typeof leads)[number];
          n += 1;
          keepsTheoremT(state);
          expect(price).toBeLessThanOrEqual(CREDITS_PER_LEAD);
          if (taker === undefined) continue;
          const value = Math.min(MOST, Math.max(said.value ?? MOST, 1));
          const total = roster.reps.reduce((sum, { weight = 1 }) => sum + weight, 0);
          for (const { id, weight = 1 } of roster.reps)
            lag.set(id, (lag.get(id) ?? 0) + (value * weight) / total - (id === taker ? value : 0));
          // Divided weights add up to less than ten million thousandths each.
          rounded += ((5 * 10_000_000 + 1) * MOST) / CREDITS_PER_LEAD;
          const { credits } = deskLedger(state);
          for (const [i, id] of state.ids.entries())
            expect(
              Math.abs((lag.get(id) ?? 0) - ((credits[i] ?? 0) * MOST) / CREDITS_PER_LEAD),
            ).toBeLessThanOrEqual(rounded + 1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("says what is owed in value", () => {
    const [{ state }] = [...dealt({ mostPerLead: 4000 }, [{ said: { value: 2500 }, roster: two }])] as [
      Dealt,
    ];
    const lead = { id: "l", receivedAtMs: 0, value: 1000 };
    const said = (selector = valueRotation({ mostPerLead: 4000 })) =>
      unwrap(explain(deskOf(selector), lead, two, state)).candidates.map(({ merit }) => merit?.says);
    expect(said()).toStrictEqual([
      "is owed 1,750.00 of value: 500.00 of this one, 1,250.00 from before",
      "is 750.00 of value ahead: 500.00 of this one, -1,250.00 from before",
    ]);
  });

  it("stands in the fingerprint with its options", () => {
    const prints = (
      [
        { mostPerLead: 1 },
        { mostPerLead: 2 },
        { mostPerLead: 1, of: "score" },
        { mostPerLead: 1, leastPerLead: 0.5 },
        { mostPerLead: 1, whenUnknown: 0.5 },
      ] as const
    ).map(
      (options) => compose({ ledger: "desk", filters: [], selector: valueRotation(options) }).fingerprint,
    );
    expect(new Set(prints).size).toBe(prints.length);
  });

  it.each([
    [undefined, "mostPerLead"],
    [null, "mostPerLead"],
    [{}, "mostPerLead"],
    [{ mostPerLead: 0 }, "mostPerLead"],
    [{ mostPerLead: Number.NaN }, "mostPerLead"],
    [{ mostPerLead: 2e15 }, "mostPerLead"],
    [{ mostPerLead: "9" }, "mostPerLead"],
    [{ mostPerLead: 1, leastPerLead: 0 }, "leastPerLead"],
    [{ mostPerLead: 1, leastPerLead: 2 }, "leastPerLead"],
    [{ mostPerLead: 1, whenUnknown: 0.001 }, "whenUnknown"],
    [{ mostPerLead: 1, whenUnknown: 2 }, "whenUnknown"],
    [{ mostPerLead: 1, of: "region" }, "of"],
  ])("refuses %j", (options, field) => {
    expect(() => valueRotation(options as never)).toThrow(new RegExp(`^valueRotation: ${field} must be`));
  });
});

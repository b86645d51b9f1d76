import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CREDITS_PER_LEAD,
  type Decision,
  forget,
  holderOf,
  type Lead,
  type Roster,
  rotation,
  type State,
  type Strategy,
  unwrap,
  weighted,
} from "../../src/index.js";
import { aWeight } from "../../src/testing/arbitraries/aRep.js";
import { adversary } from "../../src/testing/fairness/adversary.js";
import { start } from "../../src/testing/fairness/dealer.js";
import { outOfBounds, theoremT } from "../../src/testing/fairness/mirror.js";
import { anId } from "../../src/testing/index.js";
import { throughStore } from "../../src/testing/json.js";
import { deskLedger, deskOf } from "../support/desk.js";

const U = CREDITS_PER_LEAD;

type Deed =
  | { readonly type: "deal"; readonly roster: Roster }
  | { readonly type: "store" }
  | { readonly type: "forget"; readonly id: string }
  | { readonly type: "return"; readonly which: number };

/** Leads over changing rosters and weights, trips through a store, reps forgotten, leads given back. */
const deeds = (withForgetting: boolean): fc.Arbitrary<readonly Deed[]> =>
  fc.uniqueArray(anId(), { minLength: 1, maxLength: 12 }).chain((ids) => {
    const rep = (id: string) => fc.record({ id: fc.constant(id), weight: aWeight() });
    const roster = fc.subarray(ids, { minLength: 1 }).chain((some) => fc.tuple(...some.map(rep)));
    const deal = roster.map((reps): Deed => ({ type: "deal", roster: { reps } }));
    const store = fc.constant<Deed>({ type: "store" });
    const gone = fc.constantFrom(...ids).map((id): Deed => ({ type: "forget", id }));
    const back = fc.nat({ max: 200 }).map((which): Deed => ({ type: "return", which }));
    const always = [
      { weight: 12, arbitrary: deal },
      { weight: 1, arbitrary: store },
    ];
    const sometimes = [
      { weight: 1, arbitrary: gone },
      { weight: 1, arbitrary: back },
    ];
    return fc.array(fc.oneof(...always, ...(withForgetting ? sometimes : [])), { maxLength: 120 });
  });

interface Held {
  readonly lead: Lead;
  readonly decision: Decision;
}

/** What happened up to now, as the promises are stated. */
interface Story {
  readonly state: State;
  readonly refunds: number;
  readonly mostAlive: number;
  readonly underpriced: number;
  readonly dealt?: { readonly roster: Roster; readonly taker: string | undefined };
}

/** Lives through the deeds and tells the story after each of them. */
function* live(strategy: Strategy, all: readonly Deed[]): Generator<Story> {
  const held: Held[] = [];
  const alive = new Set<string>();
  let state = start();
  let [refunds, mostAlive, underpriced] = [0, 0, 0];
  for (const [n, deed] of all.entries()) {
    if (deed.type === "store") state = throughStore(state);
    if (deed.type === "forget") {
      state = unwrap(forget(state, [deed.id]));
      alive.delete(deed.id);
    }
    if (deed.type === "deal") {
      const lead = { id: `lead ${n}`, receivedAtMs: n };
      const outcome = unwrap(strategy(lead, deed.roster, state));
      state = outcome.state;
      for (const { id } of deed.roster.reps) alive.add(id);
      held.push({ lead, decision: outcome.decision });
      if (outcome.decision.status === "assigned") underpriced += 1 - outcome.decision.price / U;
    }
    const last = held[held.length === 0 ? 0 : (deed.type === "return" ? deed.which : 0) % held.length];
    if (deed.type === "return" && last?.decision.status === "assigned") {
      const event = { id: `back ${n}`, atMs: n, type: "returned" } as const;
      const before = deskLedger(state);
      const outcome = unwrap(strategy.respond(last.lead, last.decision, event, { reps: [] }, state));
      state = outcome.state;
      if (deskLedger(state).outside !== before.outside) refunds += 1;
      held[held.indexOf(last)] = { lead: last.lead, decision: outcome.decision };
    }
    mostAlive = Math.max(mostAlive, alive.size);
    const story = { state, refunds, mostAlive, underpriced };
    const newest = held.at(-1)?.decision;
    yield deed.type === "deal" && newest
      ? { ...story, dealt: { roster: deed.roster, taker: holderOf(newest) } }
      : story;
  }
}

const expectWhole = (state: State): void => {
  const { credits, outside } = deskLedger(state);
  expect(
    [...credits, outside].every((credit) => Number.isSafeInteger(credit) && !Object.is(credit, -0)),
  ).toBe(true);
  expect(credits.reduce((sum, credit) => sum + BigInt(credit), BigInt(outside))).toBe(0n);
};

describe.each([
  ["weighted", deskOf(weighted())],
  ["rotation", deskOf(rotation())],
])("%s", (_, strategy) => {
  it("never leaves k of n reps more than k(n-k)/2 leads from their share, nor the ledger from zero", () => {
    fc.assert(
      fc.property(deeds(false), (all) => {
        for (const { state } of live(strategy, all)) {
          expectWhole(state);
          const sorted = [...deskLedger(state).credits].sort((a, b) => b - a);
          expect(outOfBounds(sorted, theoremT)).toBeUndefined();
        }
      }),
      { numRuns: 200 },
    );
  });

  it("owes nobody more than M - 1 + R leads where reps are forgotten and leads returned", () => {
    fc.assert(
      fc.property(deeds(true), (all) => {
        for (const { state, refunds, mostAlive } of live(strategy, all)) {
          expectWhole(state);
          for (const credit of deskLedger(state).credits) {
            expect(credit).toBeLessThanOrEqual((mostAlive - 1 + refunds) * U);
            expect(-credit).toBeLessThanOrEqual((Math.max(1, mostAlive) - 1) * U);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** Adds each rep's part of the lead, and takes the lead from whoever got it. */
const addToLags = (lags: Map<string, number>, { reps }: Roster, taker: string): void => {
  const total = reps.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const add = (id: string, leads: number) => lags.set(id, (lags.get(id) ?? 0) + leads);
  for (const { id, weight = 1 } of reps) add(id, weight / total);
  add(taker, -1);
};

describe("weighted", () => {
  it.each([2, 3, 4, 5])("is driven within 5 % of the bound by an adversary among %i reps", (n) => {
    let worst = 0;
    for (const { state } of adversary(deskOf(weighted()), "weighted", n, 4_000, 1)) {
      worst = Math.max(worst, ...deskLedger(state).credits.map(Math.abs));
    }
    const bound = ((n - 1) / 2) * U;
    expect(worst).toBeLessThanOrEqual(bound);
    expect(worst).toBeGreaterThanOrEqual(0.95 * bound);
  });

  it("keeps credits as near to the lags as the prices are to a whole lead", () => {
    fc.assert(
      fc.property(deeds(false), (all) => {
        const lags = new Map<string, number>();
        for (const { state, underpriced, dealt } of live(deskOf(weighted()), all)) {
          if (dealt?.taker !== undefined) addToLags(lags, dealt.roster, dealt.taker);
          deskLedger(state).credits.forEach((credit, i) => {
            const lag = lags.get(state.ids[i] ?? "") ?? 0;
            expect(Math.abs(lag - credit / U)).toBeLessThanOrEqual(underpriced + 1e-9);
          });
        }
      }),
    );
  });
});

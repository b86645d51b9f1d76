import { describe, expect, it } from "vitest";
import {
  type Candidate,
  type Candidates,
  emptyState,
  explain,
  type LedgerView,
  longestIdle,
  nested,
  quotaRotation,
  type Rep,
  type Selector,
  type State,
  unwrap,
  valueRotation,
  weighted,
} from "../../../src/index.js";
import { dealOne, deskOf } from "../../support/desk.js";

const selectors: readonly (readonly [string, () => Selector])[] = [
  ["longestIdle", longestIdle],
  ["quotaRotation", quotaRotation],
  ["valueRotation", () => valueRotation({ mostPerLead: 9 })],
  ["weighted by region", () => weighted({ by: "region" })],
  ["nested", () => nested("team")],
];

const takersOf = (selector: Selector, reps: readonly Rep[], leads: number) => {
  const strategy = deskOf(selector);
  let state: State = emptyState({ seed: "s" });
  return Array.from({ length: leads }, (_, n) => {
    const dealt = dealOne(strategy, { reps }, state, n);
    state = dealt.state;
    return dealt.taker;
  });
};

/** By UTF-16 code units, the order that ties go by. */
const ODD_IDS = ["", "0", "Z", "__proto__", "a", "constructor", "\u{1f600}", "\uffee"];

/** Many candidates in teams of ten, and a ledger that counts how often it is read. */
const counting = (n: number) => {
  const reps = Array.from({ length: n }, (_, place): Candidate => {
    const id = String(place).padStart(6, "0");
    return { id, rep: { id, teams: [`team ${place % 10}`], weights: { US: 2 } }, weight: 1, place };
  });
  let reads = 0;
  const read = (): number => {
    reads += 1;
    return 0;
  };
  const ledger: LedgerView = { name: "desk", seed: "s", credit: read, number: read, total: read };
  const question = {
    lead: { id: "l", receivedAtMs: 0, region: "US-CA", value: 3 },
    candidates: reps as unknown as Candidates,
    reps,
    owed: [],
    ledger,
    standing: () => ({ openLeads: 0, openOffers: 0, openEffort: 0, credit: read() }),
    notes: () => ({ ofRep: () => [], ofAll: () => [] }),
    nowMs: 0,
  };
  return { question, reads: () => reads };
};

describe.each(selectors)("%s, among equals,", (_, selectorOf) => {
  it("goes round by id where everything is equal, whatever the ids", () => {
    const reps = ODD_IDS.map((id) => ({ id, weight: 3 })).reverse();
    expect(takersOf(selectorOf(), reps, 16)).toStrictEqual([...ODD_IDS, ...ODD_IDS]);
  });

  it("tells a tie of all as one, with equal shares", () => {
    const reps = ODD_IDS.map((id) => ({ id }));
    const lead = { id: "l", receivedAtMs: 0 };
    const { candidates, tie } = unwrap(
      explain(deskOf(selectorOf()), lead, { reps }, emptyState({ seed: "s" })),
    );
    expect(tie).toStrictEqual(ODD_IDS);
    expect(new Set(candidates.map(({ merit }) => merit?.share))).toStrictEqual(new Set([1 / 8]));
  });

  it("reads each account once for the head of an order, and at most twice for a booking, among 100,000 reps", () => {
    const n = 100_000;
    const selector = selectorOf();
    const { question, reads } = counting(n);
    const ranking = selector.order(question);
    expect(ranking.length).toBe(n);
    const [first, second] = [ranking.at(0), ranking.at(1)];
    expect(first?.place).toBe(0);
    expect(second).toBeDefined();
    expect(reads()).toBeLessThanOrEqual(n + 20);
    selector.book({ ...question, taker: first as Candidate, ended: "taken" });
    expect(reads()).toBeLessThanOrEqual(3 * n + 40);
  });
});

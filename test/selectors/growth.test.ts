import { describe, expect, it } from "vitest";
import {
  type BookQuestion,
  type Candidate,
  compose,
  emptyState,
  type LedgerView,
  type Ranking,
  type Selector,
  unwrap,
} from "../../src/index.js";
import { selectors } from "../support/selectors.js";

const crowd = { reps: Array.from({ length: 100_000 }, (_, i) => ({ id: `rep ${i}` })) };

/** Everything that a selector may look at, and how often it looked. */
const countedQuestion = (size: number): { readonly question: BookQuestion; readonly reads: () => number } => {
  let reads = 0;
  const counted = <A extends object>(target: A): A =>
    new Proxy(target, {
      get: (from, key, receiver) => {
        reads += 1;
        return Reflect.get(from, key, receiver);
      },
    });
  const candidates = Array.from({ length: size }, (_, place): Candidate => {
    const id = `rep ${String(place).padStart(6, "0")}`;
    return counted({ id, rep: { id }, weight: 1 + (place % 3), place });
  });
  const asked = <A>(answer: A) => {
    reads += 1;
    return answer;
  };
  const ledger: LedgerView = {
    name: "desk",
    seed: "s",
    credit: ({ place }) => asked(-(place % 7)),
    number: (_, { place }) => asked(place % 5),
    total: () => asked(0),
  };
  const standing = (candidate: Candidate) => ({
    openLeads: candidate.place % 4,
    openOffers: 0,
    openEffort: candidate.place % 4,
    credit: ledger.credit(candidate),
  });
  const [first, ...others] = candidates;
  const question: BookQuestion = {
    lead: { id: "lead", receivedAtMs: 0, account: "acme" },
    candidates: counted([first as Candidate, ...others]),
    reps: candidates,
    owed: [],
    ledger,
    standing,
    notes: () => ({ ofRep: () => [], ofAll: () => [] }),
    nowMs: 0,
    taker: first as Candidate,
    ended: "taken",
  };
  return { question, reads: () => reads };
};

const upTo = (ranking: Ranking, most: number): readonly (Candidate | undefined)[] =>
  Array.from({ length: Math.min(most, ranking.length) }, (_, place) => ranking.at(place));

/** What a push costs, order and booking together, and what the whole order does. */
const readsOf = ({ order, book }: Selector, size: number, most: number): number => {
  const { question, reads } = countedQuestion(size);
  const [taker = question.taker] = upTo(order(question), most);
  book({ ...question, taker });
  return reads();
};

describe.each(selectors)("%s", (_, selector) => {
  it("looks in proportion to the candidates, not to their square", () => {
    for (const most of [2, Number.POSITIVE_INFINITY]) {
      const [small, large] = [readsOf(selector, 300, most), readsOf(selector, 3_000, most)];
      expect(large).toBeGreaterThan(0);
      expect(large).toBeLessThan(10 * 1.8 * small);
    }
  });

  it("has an answer for 100,000 reps", () => {
    const strategy = compose({ ledger: "desk", filters: [], selector });
    const lead = { id: "lead", receivedAtMs: 0, account: "acme", ownerId: "rep 7" };
    expect(unwrap(strategy(lead, crowd, emptyState({ seed: "s" }))).decision.status).toBe("assigned");
  });
});

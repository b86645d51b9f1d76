import { describe, expect, it } from "vitest";
import {
  all,
  assign,
  type Candidate,
  compose,
  emptyState,
  type Ranking,
  rotation,
  type Selector,
  unwrap,
  weighted,
} from "../../src/index.js";
import { deskLedger, deskOf } from "../support/desk.js";
import { countedQuestion, orderOf } from "../support/ordered.js";
import { selectors } from "../support/selectors.js";
import { storyOf } from "../support/story.js";

const crowd = { reps: Array.from({ length: 100_000 }, (_, i) => ({ id: `rep ${i}` })) };

const odd = ["", "__proto__", "constructor", "toString", "\u{1f600}", "x".repeat(5_000)];

/** Meant for the rep of that id, where it is meant for anybody. */
const meantFor = (ownerId: string) => ({ ownerId, account: "acme" });

const upTo = (ranking: Ranking, most: number): readonly (Candidate | undefined)[] =>
  Array.from({ length: Math.min(most, ranking.length) }, (_, place) => ranking.at(place));

/** How often a selector looks for a turn, order and booking together, where so much of the order is read. */
const looksOf = ({ order, book }: Selector, size: number, most: number): number => {
  const { question, reads } = countedQuestion(size);
  const [taker = question.taker] = upTo(order(question), most);
  book({ ...question, taker });
  return reads();
};

/** Those that are held to the laws elsewhere. */
const plain: readonly (readonly [string, Selector])[] = [
  ["to anybody", all()],
  ["in rotation", rotation()],
  ["by weight", weighted()],
];

describe.each([...selectors, ...plain])("a selector that gives leads %s", (_, selector) => {
  it("gives nobody of weight 0 a turn, and the only one who takes turns all", () => {
    const resting = ["a", "b"].map((id) => ({ id, weight: 0 }));
    expect(orderOf(selector, resting, meantFor("a"))).toStrictEqual([]);
    expect(
      orderOf(selector, [...resting, { id: "__proto__", weight: 0.001 }], meantFor("__proto__")),
    ).toStrictEqual(["__proto__"]);
  });

  it("gives nobody a lead where nobody is", () => {
    const { decision } = unwrap(
      deskOf(selector)({ id: "l", receivedAtMs: 0 }, { reps: [] }, emptyState({ seed: "s" })),
    );
    expect(decision).toMatchObject({ status: "unassigned", reason: "empty-roster" });
  });

  it("books a lead that is moved by hand to whoever takes no turns", () => {
    const delivery = assign({ policy: { reassignedTo: "counts" } });
    const strategy = compose({ ledger: "desk", filters: [], selector, delivery });
    const roster = { reps: [{ id: "a" }, { id: "b", weight: 0 }] };
    const lead = { id: "l1", receivedAtMs: 0, ...meantFor("a") };
    const moved = storyOf(strategy, { roster, lead }).on(1, { type: "reassigned", to: "b" });
    expect(moved.decision).toMatchObject({ repId: "b", share: 0, price: 0 });
    const { credits, outside } = deskLedger(moved.state);
    expect(credits.reduce((sum, credit) => sum + credit, outside)).toBe(0);
  });

  it("ranks nobody twice, whatever the ids, and has nobody beyond the end", () => {
    const { question } = countedQuestion(9);
    const ranking = selector.order(question);
    expect(ranking.at(ranking.length)).toBeUndefined();
    const order = orderOf(
      selector,
      odd.map((id) => ({ id })),
      meantFor(""),
    );
    expect(order.length).toBeGreaterThan(0);
    expect(new Set(order).size).toBe(order.length);
    expect(order.filter((id) => !odd.includes(id))).toStrictEqual([]);
  });

  it("looks in proportion to the candidates, not to their square, for a push and for the whole order", () => {
    for (const most of [2, Number.POSITIVE_INFINITY]) {
      const [small, large] = [looksOf(selector, 300, most), looksOf(selector, 3_000, most)];
      expect(large).toBeGreaterThan(3_000);
      expect(large).toBeLessThan(10 * 1.8 * small);
      expect(large).toBeLessThan(100 * 3_000);
    }
  });

  it("has an answer for 100,000 reps", () => {
    const strategy = compose({ ledger: "desk", filters: [], selector });
    const lead = { id: "lead", receivedAtMs: 0, ...meantFor("rep 7") };
    expect(unwrap(strategy(lead, crowd, emptyState({ seed: "s" }))).decision.status).toBe("assigned");
  });
});

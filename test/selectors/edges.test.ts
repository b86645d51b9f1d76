import { describe, expect, it } from "vitest";
import {
  all,
  assign,
  compose,
  emptyState,
  random,
  rotation,
  type Selector,
  unwrap,
  weighted,
} from "../../src/index.js";
import { deskLedger, deskOf } from "../support/desk.js";
import { countedQuestion, orderOf } from "../support/ordered.js";
import { selectors } from "../support/selectors.js";
import { storyOf } from "../support/story.js";

const MANY = 100_000;

/** Those that the laws are held to elsewhere. */
const plain: readonly (readonly [string, Selector])[] = [
  ["to anybody", all()],
  ["in rotation", rotation()],
  ["by weight", weighted()],
  ["by chance", random()],
];

describe.each([...selectors, ...plain])("a selector that gives leads %s", (_, selector) => {
  it("gives nobody of weight 0 a turn", () => {
    const idle = [
      { id: "a", weight: 0 },
      { id: "b", weight: 0 },
    ];
    expect(orderOf(selector, idle, { ownerId: "a", account: "acme" })).toStrictEqual([]);
  });

  it("gives it to the only one there", () => {
    expect(orderOf(selector, [{ id: "__proto__" }], { ownerId: "__proto__" })).toStrictEqual(["__proto__"]);
    const { decision } = unwrap(
      deskOf(selector)({ id: "l", receivedAtMs: 0 }, { reps: [] }, emptyState({ seed: "s" })),
    );
    expect(decision.status).toBe("unassigned");
  });

  it("books a lead that is moved by hand to whoever takes no turns", () => {
    const delivery = assign({ policy: { reassignedTo: "counts" } });
    const strategy = compose({ ledger: "desk", filters: [], selector, delivery });
    const roster = { reps: [{ id: "a" }, { id: "b", weight: 0 }] };
    const lead = { id: "l1", receivedAtMs: 0, ownerId: "a", account: "acme" };
    const moved = storyOf(strategy, { roster, lead }).on(1, { type: "reassigned", to: "b" });
    expect(moved.decision).toMatchObject({ repId: "b", share: 0, price: 0 });
    const { credits, outside } = deskLedger(moved.state);
    expect(credits.reduce((sum, credit) => sum + credit, outside)).toBe(0);
  });

  it("answers for 100,000 reps in some walks and at most one sort", () => {
    const { question, reads } = countedQuestion(MANY);
    const ranking = selector.order(question);
    expect(ranking.length).toBeGreaterThan(0);
    ranking.at(1);
    expect(reads()).toBeLessThan(40 * MANY);
  });
});

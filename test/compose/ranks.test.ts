import { describe, expect, it } from "vitest";
import {
  all,
  compose,
  emptyState,
  type Filter,
  holderOf,
  type Rep,
  rotation,
  unwrap,
  weighted,
} from "../../src/index.js";

/** Passes everybody, with the rank that stands in the rep's attributes. */
const ranked = (name: string): Filter => ({
  name,
  test: ({ rep }) => ({ passes: true, rank: Number(rep.attributes?.[name] ?? 0) }),
});

const rep = (id: string, first: number, second: number, weight = 1): Rep => ({
  id,
  weight,
  attributes: { first, second },
});

const decide = (...reps: readonly Rep[]) =>
  unwrap(
    compose({ ledger: "desk", filters: [ranked("first"), ranked("second")], selector: weighted() })(
      { id: "l1", receivedAtMs: 0 },
      { reps },
      emptyState({ seed: "s" }),
    ),
  ).decision;

describe("ranks", () => {
  it("are settled in the written order of the filters", () => {
    const decision = decide(rep("ann", 1, 0), rep("bob", 0, 5), rep("cyd", 0, 7));
    expect(holderOf(decision)).toBe("bob");
    expect(decision.leftOut).toStrictEqual([
      { by: "first", reps: 1 },
      { by: "second", reps: 1 },
      { by: "weighted", reps: 0 },
    ]);
  });

  it("choose among those who take a turn when nobody of the best rank does", () => {
    const decision = decide(rep("ann", 0, 0, 0), rep("bob", 2, 0, 0), rep("cyd", 3, 1), rep("dee", 3, 0));
    expect(holderOf(decision)).toBe("dee");
    expect(decision.leftOut).toStrictEqual([
      { by: "first", reps: 0 },
      { by: "second", reps: 1 },
      { by: "weighted", reps: 2 },
    ]);
  });

  it("leave a lead with nobody when nobody at all takes a turn", () => {
    expect(decide(rep("ann", 0, 0, 0), rep("bob", 1, 0, 0))).toMatchObject({
      status: "unassigned",
      reason: "none-takes-a-turn",
    });
  });

  it("of a thousand kinds, all without a turn, take three orders and no more", () => {
    let orders = 0;
    const counting = {
      ...rotation(),
      order: (question: Parameters<ReturnType<typeof rotation>["order"]>[0]) => {
        orders += 1;
        return rotation().order(question);
      },
    };
    const strategy = compose({ ledger: "desk", filters: [ranked("first")], selector: counting });
    const reps = Array.from({ length: 1_000 }, (_, i) => rep(`rep ${i}`, i, 0, 0));
    unwrap(strategy({ id: "l1", receivedAtMs: 0 }, { reps }, emptyState({ seed: "s" })));
    expect(orders).toBeLessThanOrEqual(3);
  });
});

describe("a list that was handed out", () => {
  it("cannot be changed behind the strategy's back", () => {
    const strategy = compose({ ledger: "desk", filters: [], selector: all() });
    const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
    const candidates = unwrap(
      strategy.candidates({ id: "l1", receivedAtMs: 0 }, roster, emptyState({ seed: "s" })),
    );
    expect(() => (candidates as unknown[]).reverse()).toThrow(TypeError);
    expect(() => Object.assign(candidates[0] ?? {}, { weight: 9 })).toThrow(TypeError);
  });
});

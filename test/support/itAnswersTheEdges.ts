import { expect, it } from "vitest";
import { emptyState, type Rep, type Selector, unwrap } from "../../src/index.js";
import { asking, bookingOf, candidatesOf, idsOf } from "./askSelector.js";
import { deskOf } from "./desk.js";

const MANY = 100_000;

const odd = ["", "__proto__", "constructor", "toString", "\u{1f600}", "x".repeat(5_000)];

const decided = (selector: Selector, reps: readonly Rep[]) =>
  unwrap(deskOf(selector)({ id: "l1", receivedAtMs: 0 }, { reps }, emptyState({ seed: "s" }))).decision;

/** What every selector answers, however it goes about it. */
export const itAnswersTheEdges = (selector: Selector): void => {
  it("gives the lead to nobody where everybody weighs 0, and to the only one who does not", () => {
    const resting = ["ann", "bob"].map((id) => ({ id, weight: 0 }));
    expect(decided(selector, resting)).toMatchObject({ status: "unassigned", reason: "none-takes-a-turn" });
    expect(decided(selector, [...resting, { id: "cyd", weight: 0.001 }])).toMatchObject({ repId: "cyd" });
    expect(decided(selector, [])).toMatchObject({ status: "unassigned", reason: "empty-roster" });
  });

  it("asks nothing of a rep of weight 0 that takes the lead all the same", () => {
    const candidates = candidatesOf([{ id: "ann", weight: 0 }, { id: "bob" }]);
    const booked = selector.book(bookingOf(asking(candidates), candidates[0]));
    expect(booked).toMatchObject({ share: 0, price: 0 });
    expect(booked.credits).toBeUndefined();
  });

  it("ranks each candidate once, whatever the ids, and has nobody beyond the ends", () => {
    const ranking = selector.order(asking(candidatesOf(odd.map((id) => ({ id })))));
    expect([...idsOf(ranking)].sort()).toStrictEqual([...odd].sort());
    expect([ranking.at(-1), ranking.at(odd.length)]).toStrictEqual([undefined, undefined]);
  });

  it("looks at each of 100,000 candidates a few times, and can be read to the end", () => {
    let looks = 0;
    const candidates = candidatesOf(
      Array.from({ length: MANY }, (_, i) => ({ id: `rep ${i}`, openLeads: i % 7 })),
    );
    const question = asking(candidates, { credit: () => 0 });
    const counting = {
      ...question,
      standing: (candidate: (typeof candidates)[0]) => {
        looks += 1;
        return question.standing(candidate);
      },
    };
    const ranking = selector.order(counting);
    expect(ranking.at(0)).not.toBe(ranking.at(1));
    expect(looks).toBeLessThanOrEqual(2 * MANY);
    const read = new Set(Array.from({ length: MANY }, (_, place) => ranking.at(place)?.place));
    expect(read.size).toBe(MANY);
  });
};

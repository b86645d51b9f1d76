import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  all,
  CREDITS_PER_LEAD,
  compose,
  emptyState,
  holderOf,
  lastTakerFirst,
  leastLoaded,
  patience,
  type Rep,
  rotation,
  type Selector,
  type State,
  seededTies,
  unwrap,
  weighted,
} from "../../../src/index.js";
import { aWeight } from "../../../src/testing/arbitraries/aRep.js";
import { adversary } from "../../../src/testing/fairness/adversary.js";
import { asking, candidatesOf, idsOf } from "../../support/askSelector.js";
import { expectByChance, tally } from "../../support/chance.js";
import { dealOne, deskLedger, deskOf } from "../../support/desk.js";
import { keepsTheoremT } from "../../support/keepsTheoremT.js";

const repsOf = (...ids: readonly string[]): readonly Rep[] => ids.map((id) => ({ id }));

const three = repsOf("ann", "bob", "cyd");

const orderOn = (name: string, seed: string, reps: readonly Rep[] = three): readonly string[] => {
  const question = asking(candidatesOf(reps), { seed });
  return idsOf(seededTies(rotation()).order({ ...question, ledger: { ...question.ledger, name } }));
};

describe("seededTies", () => {
  it("starts many small ledgers with every order of three reps as often as any other, and so many seeds", () => {
    const numbers = Array.from({ length: 1_200 }, (_, i) => i);
    for (const orders of [
      numbers.map((i) => orderOn(`branch ${i}`, "s")),
      numbers.map((i) => orderOn("desk", `${i}`)),
    ]) {
      const counts = tally(orders.map((order) => order.join()));
      expect(counts.size).toBe(6);
      expectByChance([...counts.values()].map((leads) => [leads, 1]));
    }
  });

  it("keeps the same order on one ledger, whoever is left out", () => {
    const ids = Array.from({ length: 20 }, (_, i) => `rep ${i}`);
    const whole = orderOn("desk", "s", repsOf(...ids));
    fc.assert(
      fc.property(fc.subarray(ids, { minLength: 1 }), (some) => {
        expect(orderOn("desk", "s", repsOf(...some))).toStrictEqual(whole.filter((id) => some.includes(id)));
      }),
    );
  });

  it("is the other's order but among those of the same score", () => {
    const credits = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(credits, (each) => {
        const reps = each.map((_, i) => ({ id: `rep ${i}` }));
        const question = asking(candidatesOf(reps), { credit: ({ place }) => each[place] ?? 0 });
        const order = idsOf(seededTies(rotation()).order(question));
        const owed = order.map((id) => each[reps.findIndex((rep) => rep.id === id)] ?? 0);
        expect(owed).toStrictEqual([...each].sort((a, b) => b - a));
      }),
    );
  });

  it("keeps the bounds of rotation and weighted, as any tie rule does", () => {
    const ids = Array.from({ length: 8 }, (_, i) => `rep ${i}`);
    const rep = (id: string) => fc.record({ id: fc.constant(id), weight: aWeight() });
    const roster = fc.subarray(ids, { minLength: 1 }).chain((some) => fc.tuple(...some.map(rep)));
    fc.assert(
      fc.property(
        fc.array(roster, { maxLength: 60 }),
        fc.constantFrom(rotation(), weighted()),
        (rosters, inner) => {
          let state: State = emptyState({ seed: "s" });
          for (const [n, reps] of rosters.entries()) {
            state = dealOne(deskOf(seededTies(inner)), { reps }, state, n).state;
            keepsTheoremT(state);
          }
        },
      ),
    );
    for (const { state } of adversary(deskOf(seededTies(weighted())), "weighted", 4, 300, 7))
      expect(Math.max(...deskLedger(state).credits.map(Math.abs))).toBeLessThanOrEqual(
        1.5 * CREDITS_PER_LEAD,
      );
  });

  it("is explained as it decided: who ties, the first of them first", () => {
    for (const ledger of ["north", "south", "east", "west"]) {
      const strategy = compose({ ledger, filters: [], selector: seededTies(rotation()) });
      const { decision, explanation } = unwrap(
        strategy({ id: "l1", receivedAtMs: 0 }, { reps: three }, emptyState({ seed: "s" }), {
          explain: true,
        }),
      );
      expect(explanation?.tie).toStrictEqual(orderOn(ledger, "s"));
      expect(explanation?.tie?.[0]).toBe(holderOf(decision));
    }
  });

  it("leaves out whom the other leaves out, for whatever reason", () => {
    const away: Selector = {
      ...rotation(),
      order: (question) =>
        rotation().order(
          question.candidates.length === 1
            ? question
            : { ...question, candidates: [question.candidates[1] ?? question.candidates[0]] },
        ),
    };
    expect(idsOf(seededTies(away).order(asking(candidatesOf(three))))).toStrictEqual(["bob"]);
    const waiting = seededTies(patience(rotation(), { withinLeads: 0 }));
    const question = asking(candidatesOf(three), { credit: ({ id }) => (id === "bob" ? -1 : 0) });
    expect([...idsOf(waiting.order(question))].sort()).toStrictEqual(["ann", "cyd"]);
    expect(
      seededTies({ ...rotation(), order: () => [] })
        .order(question)
        .at(0),
    ).toBeUndefined();
  });

  it("does not have the other sort for a push", () => {
    let reads = 0;
    const watched: Selector = {
      ...weighted(),
      order: (question) => {
        const ranking = weighted().order(question);
        return {
          length: ranking.length,
          at: (place) => {
            reads += 1;
            return ranking.at(place);
          },
        };
      },
    };
    const reps = [...repsOf("bob", "cyd"), { id: "ann", weight: 0 }];
    const ranking = seededTies(watched).order(asking(candidatesOf(reps)));
    expect([ranking.at(0), ranking.at(1)]).not.toContain(undefined);
    expect(reads).toBe(0);
  });

  it("names itself where the other's scores are no numbers", () => {
    const odd: Selector = {
      ...rotation(),
      merits: () => () => ({ score: Number.NaN, share: 1, says: "is odd" }),
    };
    expect(
      deskOf(seededTies(odd))({ id: "l1", receivedAtMs: 0 }, { reps: three }, emptyState({ seed: "s" })),
    ).toMatchObject({
      left: [
        {
          path: ["strategy", "selector", "seededTies rotation"],
          message: "TypeError: the other's merits gave a score that is not finite",
        },
      ],
    });
  });

  it("stands in the fingerprint with the other, and refuses what has no merits", () => {
    const prints = [rotation(), all(), leastLoaded(), leastLoaded({ measure: "leads" })].map(
      (each) => deskOf(seededTies(each)).fingerprint,
    );
    expect(new Set([...prints, deskOf(rotation()).fingerprint]).size).toBe(5);
    for (const given of [undefined, {}, rotation])
      expect(() => seededTies(given as never)).toThrow(
        new RangeError("seededTies: needs a selector (was it called?)"),
      );
    expect(() => seededTies(lastTakerFirst(rotation()))).toThrow(
      new RangeError("seededTies: needs a selector with merits"),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  all,
  explore,
  onlyTop,
  ranked,
  rotation,
  type Selector,
  weightedRandom,
} from "../../../src/index.js";
import { asking, bookingOf, candidatesOf, idsOf } from "../../support/askSelector.js";
import { expectByChance, tally } from "../../support/chance.js";

const candidates = candidatesOf([{ id: "ann", weight: 3 }, { id: "bob" }, { id: "cyd" }]);

const orders = (selector: Selector, count: number): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, i) => idsOf(selector.order(asking(candidates, { leadId: `l${i}` }))));

const shares = (selector: Selector): readonly number[] =>
  candidates.map((taker) => selector.book(bookingOf(asking(candidates), taker)).share);

const list = ranked(["bob", "cyd", "ann"]);

describe("explore", () => {
  it("has whoever is drawn first, and the others in their order behind", () => {
    const seen = new Set(orders(explore(0.5, list), 200).map((order) => order.join(" ")));
    expect([...seen].sort()).toStrictEqual(["ann bob cyd", "bob cyd ann", "cyd bob ann"]);
  });

  it("tells the chance of coming first, which is how often each does", () => {
    const expected = [0.1, 0.8, 0.1];
    const found = shares(explore(0.3, list));
    for (const [i, share] of found.entries()) expect(share).toBeCloseTo(expected[i] ?? 0, 12);
    const firsts = tally(orders(explore(0.3, list), 2_000).map(([first = ""]) => first));
    expectByChance(candidates.map(({ id }, i) => [firsts.get(id) ?? 0, found[i] ?? 0]));
  });

  it("tells it as well where the other draws, with draws of its own that have nothing to do with the other's", () => {
    const selector = explore(0.3, weightedRandom());
    const found = shares(selector);
    const expected = [0.7 * 0.6 + 0.1, 0.7 * 0.2 + 0.1, 0.7 * 0.2 + 0.1];
    for (const [i, share] of found.entries()) expect(share).toBeCloseTo(expected[i] ?? 0, 12);
    const firsts = tally(orders(selector, 2_000).map(([first = ""]) => first));
    expectByChance(candidates.map(({ id }, i) => [firsts.get(id) ?? 0, found[i] ?? 0]));
  });

  it("agrees with its own merits: nobody before a larger score, shares as booked", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(0.01, 0.5, 1), (leadId, share) => {
        for (const other of [list, weightedRandom(), rotation(), all()]) {
          const selector = explore(share, other);
          const question = asking(candidates, { leadId });
          const meritOf = selector.merits?.(question);
          const ranking = selector.order(question);
          const scores = Array.from({ length: ranking.length }, (_, i) => {
            const rep = ranking.at(i);
            return rep === undefined ? Number.NaN : (meritOf?.(rep).score ?? Number.NaN);
          });
          expect(scores).toStrictEqual([...scores].sort((a, b) => b - a));
          const told = candidates.map((rep) => meritOf?.(rep).share);
          expect(told).toStrictEqual(
            candidates.map((taker) => selector.book(bookingOf(question, taker)).share),
          );
        }
      }),
      { numRuns: 30 },
    );
  });

  it("tries nobody whom the other leaves out, and books what the other books", () => {
    const selector = explore(1, onlyTop(1, list));
    expect(orders(selector, 20).every((order) => order.join() === "bob")).toBe(true);
    expect(shares(selector)).toStrictEqual([0, 1, 0]);
    const question = asking(candidates);
    const [ann] = candidates;
    const { share, ...booking } = explore(0.5, rotation()).book(bookingOf(question, ann));
    const { share: usual, ...rotations } = rotation().book(bookingOf(question, ann));
    expect(booking).toStrictEqual(rotations);
    expect([share, usual]).toStrictEqual([0.5 + 0.5 / 3, 1 / 3]);
  });

  it("tells chances that add up to 1, none of them of whoever the other's draw leaves out", () => {
    const selector = explore(0.5, onlyTop(2, weightedRandom()));
    for (let i = 0; i < 20; i += 1) {
      const question = asking(candidates, { leadId: `l${i}` });
      const left = idsOf(selector.order(question));
      const told = candidates.map((taker) => selector.book(bookingOf(question, taker)).share);
      expect([...told].sort()).toStrictEqual([0, 0.25, 0.75]);
      expect(candidates.map(({ id }) => left.includes(id))).toStrictEqual(told.map((share) => share > 0));
    }
  });

  it.each([0, -1, 1.01, Number.NaN, "0.5" as never])("refuses a share of %s", (share) => {
    expect(() => explore(share, all())).toThrow(RangeError);
  });

  it("refuses what is no selector", () => {
    expect(() => explore(0.5, all as never)).toThrow(RangeError);
  });
});

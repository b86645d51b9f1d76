import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankByScore } from "../../src/internal/rankByScore.js";

const candidatesOf = (scores: readonly number[]) =>
  scores.map((_, place) => ({ id: `rep ${place}`, rep: { id: `rep ${place}` }, weight: 1, place }));

const placesOf = (scores: readonly number[]) => {
  const ranking = rankByScore(candidatesOf(scores), scores);
  return Array.from({ length: ranking.length }, (_, place) => ranking.at(place)?.place);
};

describe("rankByScore", () => {
  it("puts the largest first, and the smaller id on ties, at every place", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 12 }), (scores) => {
        const expected = scores
          .map((score, place) => ({ score, place }))
          .sort((a, b) => b.score - a.score || a.place - b.place);
        expect(placesOf(scores)).toStrictEqual(expected.map(({ place }) => place));
      }),
    );
  });

  it("is the same whichever place is read first", () => {
    const scores = [1, 3, 3, 2];
    const ranking = rankByScore(candidatesOf(scores), scores);
    expect([3, 0, 2, 1].map((place) => ranking.at(place)?.place)).toStrictEqual([0, 1, 3, 2]);
  });

  it("has nobody beyond its ends", () => {
    const ranking = rankByScore(candidatesOf([1]), [1]);
    expect([-1, 1, 2].map((place) => ranking.at(place))).toStrictEqual([undefined, undefined, undefined]);
    expect(rankByScore([], []).at(0)).toBeUndefined();
  });
});

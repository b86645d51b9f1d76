import { describe, expect, it } from "vitest";
import { lostWins, type Run } from "../../examples/compare/usual/lostWins.js";

const apart: Run = { rates: [0.6, 0.1], leads: 1_000, seed: 1, most: 30 };

describe("how much what is usual may count", () => {
  it("costs nothing where reps do not differ", () => {
    expect(lostWins({ ...apart, rates: [0.3, 0.3, 0.3] })).toBe(0);
  });

  it("costs a learner who is soon sure little, and the same by the same luck", () => {
    const lost = lostWins(apart);
    // By turns it would be 250; a lead to the worse one costs half a win.
    expect(lost).toBeGreaterThanOrEqual(0.5);
    expect(lost).toBeLessThan(25);
    expect(lostWins(apart)).toBe(lost);
    expect(lostWins({ ...apart, seed: 2 })).not.toBe(lost);
  });

  it("goes by how much may count", () => {
    const [little, much] = [1, 10_000].map((most) => lostWins({ ...apart, rates: [0.34, 0.3, 0.3], most }));
    expect(little).not.toBe(much);
  });
});

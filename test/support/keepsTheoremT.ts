import { expect } from "vitest";
import type { State } from "../../src/index.js";
import { outOfBounds, theoremT } from "../../src/testing/fairness/mirror.js";
import { deskLedger } from "./desk.js";

/** The desk's accounts add up to 0, and no k of its n reps together are further from theirs than k(n-k)/2 leads. */
export const keepsTheoremT = (state: State): void => {
  const { credits, outside } = deskLedger(state);
  expect(credits.reduce((sum, credit) => sum + credit, outside)).toBe(0);
  const largestFirst = [...credits].sort((a, b) => b - a);
  expect(outOfBounds(largestFirst, theoremT)).toBeUndefined();
};

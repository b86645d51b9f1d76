import type { Roster } from "../model/roster.js";
import { type Target, targetOf } from "./target.js";

/**
 * The target that chooses by the weights of a roster: what `weightedRandom` does, and `weighted` in the long run.
 *
 * A candidate who is not on the roster takes no turn, and one without a weight counts 1. Where nobody takes a turn
 * the lead goes to nobody.
 *
 * @example
 * ```ts
 * import { byWeights } from "fairlead/evaluation";
 *
 * const target = byWeights({ reps: [{ id: "ann", weight: 3 }, { id: "bob" }] });
 * const candidates = [{ id: "ann", propensity: 0.5 }, { id: "bob", propensity: 0.5 }];
 * target.open()({ candidates, repId: "ann" }).map(({ probability }) => probability); // => [0.75, 0.25]
 * ```
 *
 * @since 0.1.0
 */
export const byWeights = ({ reps }: Roster): Target => {
  const weights = new Map(reps.map(({ id, weight = 1 }) => [id, weight]));
  return targetOf("byWeights", ({ candidates }) => {
    const taking = candidates.map(({ id }) => ({ id, weight: weights.get(id) ?? 0 }));
    const total = taking.reduce((sum, { weight }) => sum + weight, 0);
    return total === 0 ? [] : taking.map(({ id, weight }) => ({ repId: id, probability: weight / total }));
  });
};

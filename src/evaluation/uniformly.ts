import { type Target, targetOf } from "./target.js";

/**
 * The target that gives each candidate the same chance: what `random` does, and `rotation` in the long run.
 *
 * @example
 * ```ts
 * import { uniformly } from "fairlead/evaluation";
 *
 * const candidates = [{ id: "ann", propensity: 0.9 }, { id: "bob", propensity: 0.1 }];
 * uniformly().open()({ candidates, repId: "ann" }).map(({ probability }) => probability); // => [0.5, 0.5]
 * ```
 *
 * @since 0.1.0
 */
export const uniformly = (): Target =>
  targetOf("uniformly", ({ candidates }) =>
    candidates.map(({ id }) => ({ repId: id, probability: 1 / candidates.length })),
  );

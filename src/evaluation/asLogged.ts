import { type Target, targetOf } from "./target.js";

/**
 * The target that chooses by the very chances of the log. Its gain is nothing, whatever the rewards: a check of your
 * own data.
 *
 * @example
 * ```ts
 * import { asLogged } from "fairlead/evaluation";
 *
 * const candidates = [{ id: "ann", propensity: 0.9 }, { id: "bob", propensity: 0.1 }];
 * asLogged().open()({ candidates, repId: "ann" }).map(({ probability }) => probability); // => [0.9, 0.1]
 * ```
 *
 * @since 0.1.0
 */
export const asLogged = (): Target =>
  targetOf("asLogged", ({ candidates }) =>
    candidates.map(({ id, propensity }) => ({ repId: id, probability: propensity })),
  );
